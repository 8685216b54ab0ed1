import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../src-main/engine/gather/fetch/redirects.ts'
import { isPublicIp } from '../../../../src-main/engine/gather/fetch/public-address.ts'

const PRIVATE = `
  http://localhost/ http://LOCALHOST:8080/ http://localhost./ http://foo.localhost/ http://printer.local/ http://wiki.corp/
  http://db.internal/ http://router.home.arpa/ http://nas.lan/ http://intranet/ http://a.localdomain/
  http://127.0.0.1/ http://127.0.0.1:7311/ http://127.1/ http://127.0.1/ http://127.255.255.254/ http://127.0.0.2/
  http://2130706433/ http://0x7f000001/ http://0x7f.0.0.1/ http://0177.0.0.1/ http://017700000001/ http://0x7f.1/
  http://127.0.0.1./ http://%31%32%37.0.0.1/ http://①②⑦.0.0.1/ http://127。0。0。1/
  http://0.0.0.0/ http://0/ http://0.1.2.3/ http://00.0.0.0/
  http://10.0.0.1/ http://10.255.255.255/ http://167772161/ http://0xa000001/ http://012.0.0.1/
  http://172.16.0.1/ http://172.31.255.255/ http://192.168.0.1/ http://192.168.1.254:9000/ http://3232235777/ http://0xC0A80101/
  http://169.254.169.254/ http://169.254.0.1/ http://2852039166/ http://0xA9FEA9FE/ http://0251.0376.0251.0376/
  http://100.64.0.1/ http://100.127.255.255/ http://192.0.0.1/ http://192.0.2.1/ http://192.88.99.1/ http://198.18.0.1/ http://198.19.255.255/
  http://198.51.100.7/ http://203.0.113.9/ http://224.0.0.1/ http://239.255.255.255/ http://240.0.0.1/ http://255.255.255.255/
  http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[::]/ http://[::1]:8080/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/
  http://[::ffff:10.0.0.1]/ http://[::ffff:169.254.169.254]/ http://[::ffff:a9fe:a9fe]/ http://[::127.0.0.1]/ http://[::ffff:0:127.0.0.1]/
  http://[fc00::1]/ http://[fd12:3456:789a::1]/ http://[fdff:ffff::]/ http://[fe80::1]/ http://[febf::1]/ http://[fec0::1]/
  http://[ff02::1]/ http://[64:ff9b::7f00:1]/ http://[64:ff9b::10.0.0.1]/ http://[64:ff9b:1::1]/ http://[2001:db8::1]/
  http://[2002:7f00:1::]/ http://[2002:c0a8:101::1]/ http://[2001::1]/ http://[100::1]/ http://[5f00::1]/
`
const PUBLIC = `
  http://example.com/ https://example.com/feed http://8.8.8.8/ http://1.1.1.1:8080/ http://9.255.255.255/ http://11.0.0.1/
  http://172.15.0.1/ http://172.32.0.1/ http://192.167.1.1/ http://192.169.1.1/ http://169.253.1.1/ http://169.255.1.1/
  http://100.63.0.1/ http://100.128.0.1/ http://126.255.255.255/ http://128.0.0.1/ http://198.17.0.1/ http://198.20.0.1/ http://223.255.255.255/
  http://134744072/ http://0x08080808/ http://[2606:4700::1111]/ http://[2a00:1450::1]/ http://[64:ff9b::808:808]/
  http://localhost.example.com/ http://127.0.0.1.example.com/ http://mylocal.example/ http://xn--fiqs8s/
`
const words = (list: string) => list.trim().split(/\s+/)

describe('an address on this computer or a private network is refused, however it is written', () => {
  test('the list is long enough to mean something', () =>
    expect(words(PRIVATE).length).toBeGreaterThanOrEqual(80))
  test.each(words(PRIVATE))('%s', (address) => {
    expect(refusalOf(new URL(address), null)?.kind).toBe('private-address')
  })
})

test.each(words(PUBLIC))('%s is public', (address) => {
  expect(refusalOf(new URL(address), null)).toBe(null)
})

test('the one private origin that was consented to may be asked: that scheme, host and port, and no other', () => {
  const consented = 'http://127.0.0.1:7311'
  const kindOf = (address: string) => refusalOf(new URL(address), consented)?.kind ?? 'asked'
  expect(kindOf('http://127.0.0.1:7311/any/feed?x=1')).toBe('asked')
  expect(kindOf('http://127.0.0.1:7312/')).toBe('private-address')
  expect(kindOf('https://127.0.0.1:7311/')).toBe('private-address')
  expect(kindOf('http://localhost:7311/')).toBe('private-address')
  expect(kindOf('http://[::ffff:127.0.0.1]:7311/')).toBe('private-address')
})

test.each([
  'file:///etc/passwd',
  'ftp://example.com/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'gopher://example.com/',
])('%s is no address to gather from', (address) =>
  expect(refusalOf(new URL(address), null)?.kind).toBe('bad-address'),
)

test.each([
  ['8.8.8.8', true],
  ['::ffff:8.8.8.8', true],
  ['127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['fe80::1%eth0', false],
  ['', false],
  ['example.com', false],
])('a connection that ended at "%s" is public: %s', (address, isPublic) => {
  expect(isPublicIp(address)).toBe(isPublic)
})

import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../../../src-main/engine/gather/fetch/redirects.ts'
import { isPublicIp } from '../../../../src-main/engine/gather/fetch/public-address.ts'
import { PRIVATE_ADDRESSES } from '../../../support/misbehaving/private-addresses.ts'

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
    expect(PRIVATE_ADDRESSES.length).toBeGreaterThanOrEqual(80))
  test.each(PRIVATE_ADDRESSES)('%s', (address) => {
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

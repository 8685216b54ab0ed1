/** Ways to write an address of this computer, of a local network, or of nowhere. */
const WRITTEN = `
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
  http://example.com@127.0.0.1/ http://example.com:80@127.0.0.1/ http://127.0.0.1:80\\@example.com/ http://example.com%40127.0.0.1@127.0.0.1/
  http://127.0.0.1#@example.com/ http://127.0.0.1?@example.com/ http:127.0.0.1/ http:///127.0.0.1/ http:\\\\127.0.0.1/
  http://127.0.0.1.:80/ http://0x7F.0X0.0.01/ http://127.000.000.001/ http://[0:0:0:0:0:ffff:127.0.0.1]/ http://[::ffff:0.0.0.0]/
  http://[::ffff:100.64.0.1]/ http://[::ffff:198.18.0.1]/ http://[64:ff9b::a9fe:a9fe]/ http://[2002:a00:1::]/ http://[fe80::1:2:3:4]/
  http://[fd00:ec2::254]/ http://192.168.0.1.nip.lan/ http://ＬＯＣＡＬＨＯＳＴ/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/ http://１２７.0.0.1/ http://metadata.google.internal/
`

export const PRIVATE_ADDRESSES: readonly string[] = WRITTEN.trim().split(/\s+/)

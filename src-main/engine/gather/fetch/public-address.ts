import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to the public network. Everything else (this machine, the local network, link-local
 * and metadata services, carriers' shared space, documentation, multicast, addresses inside addresses) does not.
 */
export function isPublicIp(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return false
  const parsed = ipaddr.process(bare)
  if (parsed instanceof ipaddr.IPv4)
    return parsed.range() === 'unicast' && !SHARED_V4.some((range) => parsed.match(range))
  if (parsed.range() === 'unicast') return parsed.match(GLOBAL_V6)
  return isPublicInside(parsed)
}

/** IETF protocol assignments and benchmarking, whatever this version of the library calls them. */
const SHARED_V4 = ['192.0.0.0/24', '192.88.99.0/24', '198.18.0.0/15', '240.0.0.0/4', '0.0.0.0/8'].map(
  (range) => ipaddr.IPv4.parseCIDR(range),
)
/** All that IANA ever gave out for the public network. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3')
const NAT_64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')

/** An address that carries another: what it carries decides. */
function isPublicInside(address: ipaddr.IPv6): boolean {
  if (address.match(NAT_64)) {
    const bytes = address.toByteArray().slice(12)
    return isPublicIp(bytes.join('.'))
  }
  return false
}

const LOCAL_NAMES =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/

/**
 * Whether the host of an address is private by what it says: a literal address, in any spelling, or a name that never
 * means the public network. Other names are judged by the addresses they turn out to have. `URL` has already turned
 * decimal, octal, hexadecimal and shortened forms into the plain one.
 */
export function isPrivateHost(url: URL): boolean {
  const host = url.hostname.toLowerCase().replace(/\.$/, '')
  if (host === '') return true
  if (isLiteralIp(host)) return !isPublicIp(host)
  return LOCAL_NAMES.test(host)
}

export function isLiteralIp(host: string): boolean {
  return ipaddr.isValid(host.replace(/^\[|\]$/g, ''))
}

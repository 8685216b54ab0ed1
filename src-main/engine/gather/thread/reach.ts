/**
 * How far the network may be asked: by the user's word nowhere; by the system's no further than this machine, because
 * what listens here answers without any network.
 */
export type Reach = 'everywhere' | 'loopback' | 'nowhere'

/** Whether an address may be asked now. */
export function isWithin(reach: Reach, url: string): boolean {
  return reach === 'everywhere' || (reach === 'loopback' && isLoopback(url))
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)
}

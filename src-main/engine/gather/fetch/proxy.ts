/** Which way to take, of what a system's proxy settings answer: `PROXY host:port; DIRECT`. */
export type Way = KnownWay | { readonly kind: 'unknown'; readonly word: string }
export type KnownWay = { readonly kind: 'direct' } | { readonly kind: 'proxy'; readonly uri: string }

/** The first way that is known. SOCKS is not. */
export function chooseWay(answer: string): Way {
  const ways = answer
    .split(';')
    .map((part) => wayOf(part.trim()))
    .filter((way) => way !== null)
  return ways.find((way) => way.kind !== 'unknown') ?? ways[0] ?? { kind: 'direct' }
}

function wayOf(part: string): Way | null {
  if (part === '') return null
  const [word = '', place] = part.split(/\s+/)
  switch (word.toUpperCase()) {
    case 'DIRECT':
      return { kind: 'direct' }
    case 'PROXY':
    case 'HTTP':
      return place === undefined ? null : { kind: 'proxy', uri: `http://${place}` }
    case 'HTTPS':
      return place === undefined ? null : { kind: 'proxy', uri: `https://${place}` }
    default:
      return { kind: 'unknown', word: word.slice(0, 20) }
  }
}

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz'
const LENGTH = 13
const CLOCK_BITS = 10n

/**
 * The next record key of a repository: 53 bits of microseconds since 1970 and 10 bits of a clock id, in base32 that
 * sorts; greater than the last one, whatever the clock does.
 */
export function nextTid(nowMs: number, last: string): string {
  const now = BigInt(Math.floor(nowMs)) * 1000n
  const before = last.length === LENGTH ? valueOf(last) >> CLOCK_BITS : -1n
  const micros = now > before ? now : before + 1n
  return write((micros << CLOCK_BITS) | 23n)
}

function valueOf(tid: string): bigint {
  return Array.from(tid).reduce(
    (value, letter) => (value << 5n) | BigInt(Math.max(ALPHABET.indexOf(letter), 0)),
    0n,
  )
}

function write(value: bigint): string {
  let text = ''
  for (let rest = value; text.length < LENGTH; rest >>= 5n)
    text = `${ALPHABET[Number(rest & 31n)] ?? '2'}${text}`
  return text
}

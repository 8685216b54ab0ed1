import { inflateRawSync } from 'node:zlib'

/**
 * The text of gzip that other bytes follow, as some servers send it: its whole members; null where the first is not whole.
 * Node's own reader takes what follows for another member, and forgets what came before.
 */
export function wholeMembers(packed: Uint8Array, limit: number): Uint8Array | null {
  const texts: Buffer[] = []
  let left = limit
  for (let at = 0; ;) {
    const member = readMember(packed.subarray(at), left)
    if (member === null) break
    texts.push(member.text)
    left -= member.text.length
    at += member.length
  }
  return texts.length === 0 ? null : Buffer.concat(texts)
}

const FLAG = { headerCheck: 2, extra: 4, name: 8, comment: 16 }
const CHECKS = 8

/** A member and how long it is packed; null where none begins, or it does not hold what its end says. */
function readMember(bytes: Uint8Array, limit: number): { text: Buffer; length: number } | null {
  const from = headerLength(bytes)
  if (from === null) return null
  const unpacked = unpackedRaw(bytes.subarray(from), limit)
  if (unpacked === null) return null
  const end = from + unpacked.consumed
  if (bytes.length < end + CHECKS) return null
  const size = new DataView(bytes.buffer, bytes.byteOffset + end + 4, 4).getUint32(0, true)
  return size === unpacked.text.length ? { text: unpacked.text, length: end + CHECKS } : null
}

/** https://www.rfc-editor.org/rfc/rfc1952#section-2.3 */
function headerLength(bytes: Uint8Array): number | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & FLAG.extra) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8)
  for (const flag of [FLAG.name, FLAG.comment]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, at)
    if (end === -1) return null
    at = end + 1
  }
  return flags & FLAG.headerCheck ? at + 2 : at
}

function unpackedRaw(bytes: Uint8Array, limit: number): { text: Buffer; consumed: number } | null {
  try {
    const given: unknown = inflateRawSync(bytes, { info: true, maxOutputLength: Math.max(1, limit) })
    return isWithEngine(given) ? { text: given.buffer, consumed: given.engine.bytesWritten } : null
  } catch {
    // Broken, torn or too large: what is asked here is only whether it is whole.
    return null
  }
}

/** What `info` adds is not in the types. */
function isWithEngine(given: unknown): given is { buffer: Buffer; engine: { bytesWritten: number } } {
  return typeof given === 'object' && given !== null && 'buffer' in given && 'engine' in given
}

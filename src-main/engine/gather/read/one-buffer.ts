import type { ReadMention } from '../gatherer-protocol.ts'

/** Mentions whose bytes lie in one buffer, which may be handed to another thread as it is. */
export interface InOneBuffer {
  readonly items: readonly ReadMention[]
  readonly buffer: ArrayBuffer
}

/** Puts the bytes of mentions into one buffer: each of its own costs more to hand over, and to forget, than it holds. */
export function inOneBuffer(items: readonly ReadMention[]): InOneBuffer {
  const bytes = items.reduce((sum, { print, original }) => sum + lengthOf(print) + lengthOf(original), 0)
  const all = new Uint8Array(bytes)
  let at = 0
  const put = (some: Uint8Array | null): Uint8Array | null => {
    if (some === null) return null
    all.set(some, at)
    at += some.length
    return all.subarray(at - some.length, at)
  }
  return {
    items: items.map((item) => ({ ...item, print: put(item.print), original: put(item.original) })),
    buffer: all.buffer,
  }
}

function lengthOf(bytes: Uint8Array | null): number {
  return bytes?.length ?? 0
}

import { hash } from 'node:crypto'
import type { ReadMention } from '../gatherer-protocol.ts'

/** What makes a mention the same on every install: the first 128 bits of a digest, in hexadecimal. */
export interface Identity {
  readonly key: string
  /** The 48 bits after them, by which a source remembers what it listed. */
  readonly guidHash: number
}

/** As the file keeps it. */
export function bytesOf({ key }: Identity): Buffer {
  return Buffer.from(key, 'hex')
}

const DAY_MS = 86_400_000

function toIdentity(said: string): Identity {
  const whole = hash('sha256', said, 'hex')
  return { key: whole.slice(0, 32), guidHash: Number.parseInt(whole.slice(32, 44), 16) }
}

/** The id a source's host gave: no other host can claim it. */
export function identityOfId(host: string, externalId: string): Identity {
  return toIdentity(`id\u0000${host}\u0000${externalId}`)
}

export function identityOfAddress(canonicalUrl: string): Identity {
  return toIdentity(`address\u0000${canonicalUrl}`)
}

/**
 * 48 bits by which an address is found at other places; null for a front page, which shows something else every day.
 * FNV-1a twice: a tenth of what a digest costs, and whoever would forge one can as well claim the address itself.
 */
export function addressHash(canonicalUrl: string): number | null {
  if (/^https:\/\/[^/]+\/$/.test(canonicalUrl)) return null
  let [low, high] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < canonicalUrl.length; at += 1) {
    low = Math.imul(low ^ canonicalUrl.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ canonicalUrl.charCodeAt(at), 0x85ebca6b)
  }
  return (high >>> 16) * 2 ** 32 + (low >>> 0)
}

/** Of what has neither id nor address: who said what on which day. */
export function identityOfText(host: string, item: ReadMention): Identity {
  const day = item.publishedAt === null ? '' : String(Math.floor(item.publishedAt / DAY_MS))
  const author = item.author?.handle ?? item.author?.name ?? ''
  return toIdentity(['text', host, author, day, item.title, item.text].join('\u0000'))
}

import { hash } from 'node:crypto'
import type { Rating } from '../../../contract/mentions.ts'
import type { ReadMention } from '../gatherer-protocol.ts'

/** What makes a mention the same on every install, with the 48 bits of it that are looked up first. */
export interface Identity {
  readonly hash: Buffer
  readonly guidHash: number
}

const DAY_MS = 86_400_000

function digest(...parts: readonly string[]): Buffer {
  return hash('sha256', parts.join('\u0000'), 'buffer')
}

function toIdentity(...parts: readonly string[]): Identity {
  const whole = digest(...parts)
  return { hash: whole.subarray(0, 16), guidHash: whole.readUIntBE(16, 6) }
}

/** The id a source's host gave: no other host can claim it. */
export function identityOfId(host: string, externalId: string): Identity {
  return toIdentity('id', host, externalId)
}

export function identityOfAddress(canonicalUrl: string): Identity {
  return toIdentity('address', canonicalUrl)
}

/** By what an address is found at other places; null for a front page, which shows something else every day. */
export function addressHash(canonicalUrl: string): number | null {
  return /^https:\/\/[^/]+\/$/.test(canonicalUrl) ? null : identityOfAddress(canonicalUrl).guidHash
}

/** Of what has neither id nor address: who said what on which day. */
export function identityOfText(host: string, item: ReadMention): Identity {
  const day = item.publishedAt === null ? '' : String(Math.floor(item.publishedAt / DAY_MS))
  const author = item.author?.handle ?? item.author?.name ?? ''
  return toIdentity('text', host, author, day, item.title, item.text)
}

/** What an edit changes: title, text and rating. */
export function contentHash(title: string, text: string, rating: Rating | null): number {
  const stars = rating === null ? '' : `${rating.value}/${rating.worst}/${rating.best}`
  return digest(title, text, stars).readUIntBE(0, 6)
}

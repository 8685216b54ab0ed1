import type { MentionKind, Details } from '../../../contract/mentions.ts'
import type { ReadMention } from '../gatherer-protocol.ts'

type Texts = readonly (string | null)[]

/**
 * Mentions on their way to another thread, column by column. One by one each would bring the names of its thirty fields, and
 * bytes of its own: that takes the other thread three times as long.
 */
export interface PackedMentions {
  /** `NUMBERS` columns of eight bytes a mention, NaN for null; then the bytes of all. May be handed over as it is. */
  readonly buffer: ArrayBuffer
  readonly externalIds: Texts
  readonly canonicalUrls: Texts
  readonly urls: Texts
  readonly titles: readonly string[]
  readonly texts: readonly string[]
  readonly htmls: Texts
  /** Null where there is no author. */
  readonly authors: Texts
  readonly handles: Texts
  readonly profiles: Texts
  readonly languages: Texts
  readonly repliesTo: Texts
  readonly kinds: readonly MentionKind[]
  /** Null where there are none. */
  readonly details: readonly (Details | null)[]
}

/** What a mention says in numbers, in the order of their columns. */
const numbersOf = ({
  contentHash,
  images,
  rating,
  feeling,
  publishedAt,
  updatedAt,
  print,
  original,
}: ReadMention) => [
  contentHash,
  images,
  ...(rating === null ? [null, null, null] : [rating.value, rating.worst, rating.best]),
  ...[feeling.feeling, feeling.confidence],
  ...[publishedAt, updatedAt],
  // How many bytes there are.
  ...[print?.length ?? null, original?.length ?? null],
]
const NUMBERS = 11

export function packMentions(items: readonly ReadMention[]): PackedMentions {
  const bytes = items.reduce(
    (sum, { print, original }) => sum + (print?.length ?? 0) + (original?.length ?? 0),
    0,
  )
  const buffer = new ArrayBuffer(items.length * NUMBERS * 8 + bytes)
  const numbers = new Float64Array(buffer, 0, items.length * NUMBERS)
  const all = new Uint8Array(buffer)
  let at = numbers.byteLength
  for (const [index, item] of items.entries()) {
    numbers.set(
      numbersOf(item).map((number) => number ?? Number.NaN),
      index * NUMBERS,
    )
    for (const some of [item.print, item.original]) {
      if (some === null) continue
      all.set(some, at)
      at += some.length
    }
  }
  return {
    buffer,
    externalIds: items.map(({ externalId }) => externalId),
    canonicalUrls: items.map(({ canonicalUrl }) => canonicalUrl),
    urls: items.map(({ url }) => url),
    titles: items.map(({ title }) => title),
    texts: items.map(({ text }) => text),
    htmls: items.map(({ html }) => html),
    authors: items.map(({ author }) => author?.name ?? null),
    handles: items.map(({ author }) => author?.handle ?? null),
    profiles: items.map(({ author }) => author?.url ?? null),
    languages: items.map(({ language }) => language),
    repliesTo: items.map(({ inReplyTo }) => inReplyTo),
    kinds: items.map(({ kind }) => kind),
    details: items.map(({ details }) => (Object.keys(details).length === 0 ? null : details)),
  }
}

export function unpackMentions(packed: PackedMentions): ReadMention[] {
  const { buffer, texts } = packed
  const numbers = new Float64Array(buffer, 0, texts.length * NUMBERS)
  let at = numbers.byteLength
  const take = (length: number | null): Uint8Array | null => {
    if (length === null) return null
    at += length
    return new Uint8Array(buffer, at - length, length)
  }
  return texts.map((text, index): ReadMention => {
    const number = (column: number): number | null => {
      const value = numbers[index * NUMBERS + column] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    }
    const [name, value] = [packed.authors[index] ?? null, number(2)]
    return {
      externalId: packed.externalIds[index] ?? null,
      canonicalUrl: packed.canonicalUrls[index] ?? null,
      url: packed.urls[index] ?? null,
      title: packed.titles[index] ?? '',
      text,
      contentHash: number(0) ?? 0,
      html: packed.htmls[index] ?? null,
      images: number(1) ?? 0,
      author:
        name === null
          ? null
          : { name, handle: packed.handles[index] ?? null, url: packed.profiles[index] ?? null },
      rating: value === null ? null : { value, worst: number(3) ?? value, best: number(4) ?? value },
      feeling: { feeling: number(5) ?? 0, confidence: number(6) ?? 0 },
      publishedAt: number(7),
      updatedAt: number(8),
      print: take(number(9)),
      original: take(number(10)),
      language: packed.languages[index] ?? null,
      inReplyTo: packed.repliesTo[index] ?? null,
      kind: packed.kinds[index] ?? 'post',
      details: packed.details[index] ?? {},
    }
  })
}

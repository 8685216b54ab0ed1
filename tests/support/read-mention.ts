import { readItem } from '../../src-main/engine/gather/read/read-item.ts'
import type { GatheredItem } from '../../src-main/engine/gather/formats/format.ts'
import type { ReadMention } from '../../src-main/engine/gather/gatherer-protocol.ts'

export interface Said {
  readonly id?: string
  readonly title?: string
  readonly text?: string
  readonly html?: string
  readonly url?: string
  readonly by?: string
  readonly handle?: string
  readonly profile?: string
  readonly at?: string
  readonly updatedAt?: string
  readonly inReplyTo?: string
  readonly stars?: number
}

/** What the reader makes of one item, said in few words. */
export function said(what: Said): ReadMention {
  const item: GatheredItem = {
    externalId: what.id ?? null,
    title: what.title ?? '',
    markup: what.html ?? null,
    text: what.text ?? null,
    url: what.url ?? null,
    author:
      what.by === undefined && what.handle === undefined
        ? null
        : { name: what.by ?? what.handle ?? '', handle: what.handle ?? null, url: what.profile ?? null },
    rating: what.stars === undefined ? null : { value: what.stars, worst: 1, best: 5 },
    publishedAt: what.at === undefined ? null : Date.parse(what.at),
    updatedAt: what.updatedAt === undefined ? null : Date.parse(what.updatedAt),
    inReplyTo: what.inReplyTo ?? null,
    kind: null,
  }
  return readItem(item, 'https://place.example/')
}

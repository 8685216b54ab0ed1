import type { Input } from '../engine/call.ts'

/** A mention as it is being written by hand. */
export interface Written {
  readonly text: string
  readonly url: string
  /** A name, or a handle with its `@`. */
  readonly author: string
  /** `2026-03-02`, or empty. */
  readonly day: string
  /** `1` … `5`, or empty. */
  readonly stars: string
}

/** What is empty is not said. */
export function toAdd(written: Written): Omit<Input<'mentions.add'>, 'brandId'> {
  const [text, url, author] = [written.text.trim(), written.url.trim(), written.author.trim()]
  const stars = Number(written.stars)
  return {
    text,
    ...(url === '' ? {} : { url }),
    ...whoSaid(author),
    ...(written.day === '' ? {} : { publishedAt: written.day }),
    ...(stars > 0 ? { rating: { value: stars, worst: 1, best: 5 }, kind: 'review' as const } : {}),
  }
}

function whoSaid(author: string): Pick<Input<'mentions.add'>, 'author' | 'handle'> {
  if (author === '') return {}
  return author.startsWith('@') ? { author, handle: author } : { author }
}

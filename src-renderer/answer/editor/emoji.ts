/** One emoji with the words it is found by, in the language of the window. */
export interface Emoji {
  readonly unicode: string
  readonly label: string
  readonly tags: readonly string[]
}

/** As the data names them; what belongs to no group is a part of an emoji. */
interface Entry {
  readonly unicode: string
  readonly label: string
  readonly tags?: readonly string[]
  readonly group?: number
}

/** All emoji, in the order people know; loaded with the first that is looked for. */
export async function loadEmoji(language: string): Promise<readonly Emoji[]> {
  const data =
    language === 'es'
      ? await import('emojibase-data/es/compact.json')
      : await import('emojibase-data/en/compact.json')
  const entries: readonly Entry[] = data.default
  return entries
    .filter(({ group }) => group !== undefined)
    .map(({ unicode, label, tags = [] }) => ({ unicode, label, tags }))
}

/** What is being looked for at the caret: `:` at the beginning of a word, and two letters or more. */
export function emojiQuery(before: string): { readonly query: string; readonly start: number } | null {
  const found = /(?:^|[\s(¡¿])(:([\p{L}_]{2,24}))$/u.exec(before)
  const [, typed, query] = found ?? []
  if (typed === undefined || query === undefined) return null
  return { query, start: before.length - typed.length }
}

const SHOWN = 7

/** Emoji by the beginning of a word of their name, then of what else they are found by. */
export function findEmoji(emoji: readonly Emoji[], query: string): Emoji[] {
  const wanted = fold(query).replace(/_/g, ' ')
  const ranked = emoji.flatMap((each) => {
    const rank = rankOf(each, wanted)
    return rank === null ? [] : [{ each, rank }]
  })
  // Of two that fit alike, the plainer name is the one that was meant.
  ranked.sort((a, b) => a.rank - b.rank || a.each.label.length - b.each.label.length)
  return ranked.slice(0, SHOWN).map(({ each }) => each)
}

function rankOf({ label, tags }: Emoji, wanted: string): number | null {
  const name = fold(label)
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (tags.some((tag) => fold(tag) === wanted)) return 2
  if (` ${name}`.includes(` ${wanted}`)) return 3
  return tags.some((tag) => fold(tag).startsWith(wanted)) ? 4 : null
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

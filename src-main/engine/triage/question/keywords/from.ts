import { hasWords, quoteForIndex } from '../full-text.ts'
import { type Keyword, saidBy } from './keyword.ts'

/** `from:"Ana G"`: how the words of the author's name begin, or a part of the handle; `from:@ana` the handle alone. */
export const from: Keyword = {
  name: 'from',
  es: 'de',
  also: ['author', 'autor'],
  about: { en: 'who says it', es: 'quién lo dice' },
  takes: { en: 'a part of a name or handle', es: 'una parte de un nombre o de un usuario' },
  example: '"Ana García"',
  offers: { kind: 'people' },
  normalise: (value) => (value === '@' ? null : value),
  says: (value) => ({ en: `by ${value}`, es: `de ${value}` }),
  condition: (value, brand) => {
    const handle = value.startsWith('@') ? value.slice(1) : value
    const byHandle = `SELECT mention.id AS mention_id FROM author INDEXED BY author_handle CROSS JOIN mention
      ON mention.author_id = author.id WHERE author.handle IS NOT NULL AND author.handle LIKE ? ESCAPE '!'`
    const like = `%${handle.replace(/[!%_]/g, '!$&')}%`
    if (value.startsWith('@') || !hasWords(value)) return saidBy(byHandle, brand, like)
    return saidBy(
      `SELECT rowid AS mention_id FROM mention_fts WHERE mention_fts MATCH ? UNION ALL ${byHandle}`,
      brand,
      `{author} : ${quoteForIndex(value)} *`,
      like,
    )
  },
}

import { hasWords, quoteForIndex } from '../full-text.ts'
import { type Condition, condition, holdsOfRow, type Keyword, saidBy } from './keyword.ts'

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
    const like = `%${handle.replace(/[!%_]/g, '!$&')}%`
    const isLike = "author.handle LIKE ? ESCAPE '!'"
    const byHandle = `SELECT mention.id AS mention_id FROM author INDEXED BY author_handle_key CROSS JOIN mention
      ON mention.author_id = author.id WHERE author.handle IS NOT NULL AND ${isLike}`
    if (value.startsWith('@') || !hasWords(value)) return saidBy(byHandle, brand, like)
    const byName = 'SELECT rowid AS mention_id FROM mention_fts WHERE mention_fts MATCH ?'
    const match = `{author} : ${quoteForIndex(value)} *`
    const list = saidBy(`${byName} UNION ALL ${byHandle}`, brand, match, like)
    if (!brand.isCommonName(value)) return list
    // A page is full before all handles would be gone through: each row is asked for its own.
    const ofRow = (row: string) =>
      `SELECT 1 FROM mention JOIN author ON author.id = mention.author_id WHERE mention.id = ${row} AND ${isLike}`
    return { ...list, rowByRow: either(saidBy(byName, brand, match), holdsOfRow(ofRow, brand, like)) }
  },
}

function either(one: Condition, other: Condition): Condition {
  return condition(`(${one.sql} OR ${other.sql})`, ...one.parameters, ...other.parameters)
}

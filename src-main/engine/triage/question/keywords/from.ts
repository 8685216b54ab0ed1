import { hasWords, quoteForIndex } from '../full-text.ts'
import { condition, type Keyword } from './keyword.ts'

/** `from:"Ana G"`: how the words of the author's name begin, or a part of the handle; `from:@ana` the handle alone. */
export const from: Keyword = {
  name: 'from',
  takes: 'a part of a name or handle',
  example: '"Ana García"',
  normalise: (value) => (value === '@' ? null : value),
  condition: (value) => {
    const handle = value.startsWith('@') ? value.slice(1) : value
    const byHandle = `SELECT mention.id FROM author INDEXED BY author_handle CROSS JOIN mention
      ON mention.author_id = author.id WHERE author.handle IS NOT NULL AND author.handle LIKE ? ESCAPE '!'`
    const like = `%${handle.replace(/[!%_]/g, '!$&')}%`
    if (value.startsWith('@') || !hasWords(value)) return condition(`state.id IN (${byHandle})`, like)
    return condition(
      `state.id IN (SELECT rowid FROM mention_fts WHERE mention_fts MATCH ? UNION ALL ${byHandle})`,
      `{author} : ${quoteForIndex(value)} *`,
      like,
    )
  },
}

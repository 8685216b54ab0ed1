import { tagKey, tagPath } from '../fold.ts'
import { condition, isNone, isSparse, type Keyword } from './keyword.ts'

/** `tag:delivery` is the tag and everything under it; `tag:none` what carries no tag. */
export const tag: Keyword = {
  name: 'tag',
  es: 'etiqueta',
  also: ['marcador'],
  about: { en: 'a tag and everything under it', es: 'una etiqueta y todo lo que cuelga de ella' },
  takes: { en: 'a tag, or none', es: 'una etiqueta, o ninguna' },
  example: 'delivery/late',
  offers: { kind: 'tags' },
  normalise: (value) => {
    if (isNone(value)) return 'none'
    const path = tagPath(value)
    return path.split('/').every((part) => part !== '') ? path : null
  },
  says: (value) =>
    value === 'none'
      ? { en: 'without a tag', es: 'sin etiqueta' }
      : { en: `tag ${value}`, es: `etiqueta ${value}` },
  condition: (value, brand) => {
    const key = tagKey(value)
    if (key === 'none') {
      return condition('NOT EXISTS (SELECT 1 FROM mention_tag WHERE mention_tag.mention_id = state.id)')
    }
    const named = brand.tags(key)
    const rows = named.rows.join(', ')
    const carries = isSparse(named, brand, 200)
      ? condition(`state.id IN (SELECT mention_id FROM mention_tag WHERE tag_id IN (${rows}))`)
      : condition(
          `EXISTS (SELECT 1 FROM mention_tag WHERE mention_tag.mention_id = state.id AND tag_id IN (${rows}))`,
        )
    const walks = named.rows.map((row) => ({ from: `mention_tag WHERE tag_id = ${row}`, key: 'mention_id' }))
    return {
      ...carries,
      hanging: { on: 'tags', mentions: named.mentions, of: brand.mentions, walks },
    }
  },
}

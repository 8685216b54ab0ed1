import {
  type AskedBrand,
  condition,
  type Condition,
  isSparse,
  type Keyword,
  type Named,
  type Walk,
} from './keyword.ts'

/** `source:trustpilot`: a part of the source's title or host, or its id. */
export const source: Keyword = {
  name: 'source',
  es: 'fuente',
  also: ['fonte'],
  about: { en: 'where it was said', es: 'dónde se dijo' },
  takes: {
    en: 'a part of a source’s name or host',
    es: 'una parte del nombre o de la dirección de una fuente',
  },
  example: 'trustpilot',
  offers: { kind: 'sources' },
  normalise: (value) => value,
  says: (value) => ({ en: `from ${value}`, es: `de ${value}` }),
  condition: (value, brand) => arrivedThrough(brand.sources(value), brand),
}

function walksThrough(list: string): Walk[] {
  return [
    { from: `mention WHERE source_id IN (${list})`, key: 'mention.id' },
    { from: `mention_seen WHERE source_id IN (${list})`, key: 'mention_id' },
    {
      from: `mention_twin JOIN mention ON mention.id = mention_id WHERE source_id IN (${list})`,
      key: 'head_id',
    },
  ]
}

/** Mentions that arrived through any of some sources, first or later, they or what is shown with them. */
export function arrivedThrough(sources: Named, brand: AskedBrand): Condition {
  const list = sources.rows.join(', ')
  // To ask one mention where it arrived looks into three tables; to collect is one walk along an index.
  if (isSparse(sources, brand, 40)) {
    const walks = walksThrough(list)
    const all = walks.map(({ from, key }) => `SELECT ${key} FROM ${from}`).join(' UNION ALL ')
    return {
      ...condition(`state.id IN (${all})`),
      hanging: { on: 'sources', mentions: sources.mentions, of: brand.mentions, walks },
    }
  }
  return condition(
    `((SELECT source_id FROM mention WHERE mention.id = state.id) IN (${list})
       OR EXISTS (SELECT 1 FROM mention_seen WHERE mention_seen.mention_id = state.id AND source_id IN (${list}))
       OR EXISTS (SELECT 1 FROM mention_twin JOIN mention twin ON twin.id = mention_id
         WHERE head_id = state.id AND twin.source_id IN (${list})))`,
  )
}

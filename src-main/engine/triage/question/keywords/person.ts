import { condition, type Keyword } from './keyword.ts'

const ID = /^(b\d+)\.p(\d{1,15})$/

/** `person:b1.p7`: everything one person said, under any of their handles. */
export const person: Keyword = {
  name: 'person',
  takes: 'a person’s id',
  example: 'b1.p7',
  normalise: (value) => (ID.test(value.toLowerCase()) ? value.toLowerCase() : null),
  condition: (value, { brandId }) => {
    const [, brand, row] = ID.exec(value) ?? []
    if (brand !== brandId) return condition('FALSE')
    return condition(
      `state.id IN (SELECT mention.id FROM author JOIN mention ON mention.author_id = author.id
        WHERE author.person_id = ?)`,
      Number(row),
    )
  },
}

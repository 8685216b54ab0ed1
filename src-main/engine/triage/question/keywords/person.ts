import { condition, type Keyword } from './keyword.ts'

/** `person:b1.p7`, or `person:7`: everything one person said, under any of their handles. */
export const person: Keyword = {
  name: 'person',
  takes: 'a person’s id',
  example: 'b1.p7',
  normalise: (value) => (/^(?:b\d+\.p)?\d{1,15}$/.test(value) ? value : null),
  condition: (value) =>
    condition(
      `state.id IN (SELECT mention.id FROM author JOIN mention ON mention.author_id = author.id
        WHERE author.person_id = ?)`,
      Number(/\d+$/.exec(value)?.[0]),
    ),
}

import { isOfConversation } from '../../../store/conversation-rows.ts'
import { condition, type Keyword, saidBy } from './keyword.ts'

const PERSON = /^(b\d+)\.p(\d{1,15})$/
const MENTION = /^(b\d+)\.m(\d{1,16})$/

/** `person:b1.p7`: everything one person said, under any of their handles. */
export const person: Keyword = {
  name: 'person',
  es: 'persona',
  also: ['pessoa'],
  about: { en: 'everything one person said', es: 'todo lo que dijo una persona' },
  takes: { en: 'a person’s id', es: 'el identificador de una persona' },
  example: 'b1.p7',
  offers: { kind: 'nothing' },
  normalise: (value) => (PERSON.test(value.toLowerCase()) ? value.toLowerCase() : null),
  says: () => ({ en: 'by one person', es: 'de una persona' }),
  condition: (value, brand) => {
    const [, named, row] = PERSON.exec(value) ?? []
    if (named !== brand.brandId) return condition('FALSE')
    return saidBy(
      `SELECT mention.id AS mention_id FROM author JOIN mention ON mention.author_id = author.id
        WHERE author.person_id = ?`,
      brand,
      Number(row),
    )
  },
}

/** `conversation:b1.m81`: what belongs together with a mention. */
export const conversation: Keyword = {
  name: 'conversation',
  es: 'conversación',
  also: ['conversa', 'thread'],
  about: { en: 'what belongs together with a mention', es: 'lo que va junto con una mención' },
  takes: { en: 'a mention’s id', es: 'el identificador de una mención' },
  example: 'b1.m81',
  offers: { kind: 'nothing' },
  normalise: (value) => (MENTION.test(value.toLowerCase()) ? value.toLowerCase() : null),
  says: () => ({ en: 'in one conversation', es: 'en una conversación' }),
  condition: (value, brand) => {
    const [, named, row] = MENTION.exec(value) ?? []
    if (named !== brand.brandId) return condition('FALSE')
    return saidBy(
      `SELECT other.id AS mention_id FROM mention one
        CROSS JOIN mention other ON ${isOfConversation('other', 'one.conversation_id')} WHERE one.id = ?`,
      brand,
      Number(row),
    )
  },
}

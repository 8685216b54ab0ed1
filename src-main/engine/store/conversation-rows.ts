/**
 * SQL: whether a mention, by its alias, is of a conversation. Most are of one mention, which its own row tells; the index holds
 * the others alone, and is found only by the words it is made with.
 */
export function isOfConversation(mention: string, conversation: string): string {
  return `(${mention}.id = ${conversation} AND ${mention}.conversation_id = ${mention}.id
    OR ${mention}.conversation_id = ${conversation} AND ${mention}.conversation_id <> ${mention}.id)`
}

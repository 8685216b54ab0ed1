import type { ViewName } from '../../contract/views.ts'

/**
 * The ready-made views, each a question, in the order they are shown. The inbox holds what nothing was decided about
 * yet: new, or read and waiting; what is pending waits in its own view, and what is snoozed comes back by itself.
 */
export const VIEWS: readonly { readonly name: ViewName; readonly where: string }[] = [
  { name: 'inbox', where: 'is:open' },
  { name: 'unread', where: 'is:unread' },
  { name: 'unanswered', where: 'is:unanswered' },
  { name: 'negative', where: 'is:unanswered feeling:negative' },
  { name: 'promises-due', where: 'promise:due' },
  { name: 'came-back', where: 'is:came-back' },
  { name: 'snoozed', where: 'is:snoozed' },
  { name: 'drafts', where: 'has:draft' },
  { name: 'please-read', where: 'is:please-read' },
  { name: 'pending', where: 'is:pending' },
  { name: 'resolved', where: 'is:resolved' },
  { name: 'resolved-by-rules', where: 'by:rule' },
  { name: 'everything', where: '' },
]

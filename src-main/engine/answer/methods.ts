import type { accounts } from '../../contract/accounts.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { facts } from '../../contract/facts.ts'
import type { listening } from '../../contract/listening.ts'
import type { people } from '../../contract/people.ts'
import type { promises } from '../../contract/promises.ts'
import type { replies } from '../../contract/replies.ts'
import type { EngineContext } from '../context.ts'
import type { look } from '../../contract/look.ts'
import { lookMethods } from './look-methods.ts'
import { factsMethods } from './facts-methods.ts'
import { listeningMethods } from './heard/methods.ts'
import { accountMethods } from './account-methods.ts'
import { outboxMethods } from './outbox-methods.ts'
import { peopleMethods } from './people/methods.ts'
import { promiseMethods } from './promise-methods.ts'
import { readingMethods } from './reading-methods.ts'
import { replyMethods } from './reply-methods.ts'

export const answerMethods: HandlersFor<
  typeof look &
    typeof people &
    typeof listening &
    typeof facts &
    typeof promises &
    typeof replies &
    typeof accounts,
  EngineContext
> = {
  ...peopleMethods,
  ...listeningMethods,
  ...promiseMethods,
  ...replyMethods,
  ...lookMethods,
  ...readingMethods,
  ...factsMethods,
  ...outboxMethods,
  ...accountMethods,
}

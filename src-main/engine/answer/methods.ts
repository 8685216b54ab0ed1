import type { HandlersFor } from '../../contract/method.ts'
import type { people } from '../../contract/people.ts'
import type { promises } from '../../contract/promises.ts'
import type { replies } from '../../contract/replies.ts'
import type { EngineContext } from '../context.ts'
import type { look } from '../../contract/look.ts'
import { lookMethods } from './look-methods.ts'
import { outboxMethods } from './outbox-methods.ts'
import { peopleMethods } from './people-methods.ts'
import { promiseMethods } from './promise-methods.ts'
import { replyMethods } from './reply-methods.ts'

export const answerMethods: HandlersFor<
  typeof people & typeof promises & typeof replies & typeof look,
  EngineContext
> = {
  ...peopleMethods,
  ...promiseMethods,
  ...replyMethods,
  ...lookMethods,
  ...outboxMethods,
}

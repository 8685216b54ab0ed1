import type { acts } from '../../contract/acts.ts'
import type { mentions } from '../../contract/mentions.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { questions } from '../../contract/questions.ts'
import type { rules } from '../../contract/rules.ts'
import type { tags } from '../../contract/tags.ts'
import type { views } from '../../contract/views.ts'
import type { EngineContext } from '../context.ts'
import { actMethods } from './act-methods.ts'
import { mentionMethods } from './mention-methods.ts'
import { questionMethods } from './question-methods.ts'
import { ruleMethods } from './rules/methods.ts'
import { tagMethods } from './tags-methods.ts'
import { viewMethods } from './view-methods.ts'

export const triageMethods: HandlersFor<
  typeof mentions & typeof questions & typeof views & typeof acts & typeof tags & typeof rules,
  EngineContext
> = {
  ...mentionMethods,
  ...questionMethods,
  ...actMethods,
  ...viewMethods,
  ...tagMethods,
  ...ruleMethods,
}

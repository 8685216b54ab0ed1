import { CallFailed } from '../../contract/failure.ts'
import type { CallScope, HandlersFor } from '../../contract/method.ts'
import type { acts } from '../../contract/acts.ts'
import type { mentions } from '../../contract/mentions.ts'
import type { tags } from '../../contract/tags.ts'
import type { views } from '../../contract/views.ts'
import { brandsOf, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { actMethods } from './act-methods.ts'
import { countOutbox, countViews } from './counts-store.ts'
import { countInBackground, MANY } from './background-counts.ts'
import { mentionMethods } from './mention-methods.ts'
import { parseQuestion } from './question/parse.ts'
import type { Question } from './question/question.ts'
import { listTags } from './tags-store.ts'
import { VIEWS } from './views.ts'

export const triageMethods: HandlersFor<
  typeof mentions & typeof views & typeof acts & typeof tags,
  EngineContext
> = {
  ...mentionMethods,
  ...actMethods,

  'views.list': (context, { brandId }) => {
    const files = brandsOf(context, brandId)
    const now = context.host.clock.now()
    const counts = files.map((file) => countViews(file, now))
    return {
      items: VIEWS.map(({ name, where }) => ({
        name,
        where,
        count: counts.reduce((sum, count) => sum + count[name], 0),
      })),
      outbox: files.reduce((sum, file) => sum + countOutbox(file), 0),
    }
  },

  'views.counts': async (context, { brandId, where }, scope) => ({
    items: await countEach(context, brandsOf(context, brandId), where, scope),
  }),

  'tags.list': (context, { brandId }) => ({ items: listTags(context.stores.brand(brandId)) }),
}

/** What the user's own views hold, one after another; a question that is not understood holds nothing. */
async function countEach(
  context: EngineContext,
  files: readonly BrandFile[],
  questions: readonly string[],
  scope: CallScope,
) {
  const items: { count: number | null; more: boolean }[] = []
  for (const where of questions) items.push(await countUpToMany(context, files, where, scope))
  return items
}

async function countUpToMany(
  context: EngineContext,
  files: readonly BrandFile[],
  where: string,
  scope: CallScope,
) {
  const question = understood(where)
  if (question === null) return { count: null, more: false }
  const wanted = { question, now: context.host.clock.now() }
  let count = 0
  for (const file of files) {
    if (count > MANY) break
    count += await countInBackground(file, wanted, scope, MANY - count)
  }
  return { count: Math.min(count, MANY), more: count > MANY }
}

function understood(where: string): Question | null {
  try {
    return parseQuestion(where)
  } catch (error) {
    if (error instanceof CallFailed) return null
    throw error
  }
}

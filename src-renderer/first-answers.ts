import { VIEW_QUESTIONS } from '../src-main/contract/views.ts'
import { askEarly, forgetEarly, onEngineEvent } from './engine/call.ts'
import { rememberedGroup, rememberedOrder, rememberedScope } from './inbox/remembered-looks.ts'
import { firstPageOf, listQuestion } from './inbox/watch-pages.ts'

/** Asks for what the first screen shows while the window is still being drawn: the list, and the counts beside it. */
export async function askForFirstScreen(): Promise<void> {
  const stopListening = onEngineEvent((event) => {
    if (event.kind === 'changed') forgetEarly()
  })
  await askInTurn().finally(stopListening)
}

async function askInTurn(): Promise<void> {
  const [{ layout }, brands] = await Promise.all([askEarly('settings.get', {}), askEarly('brands.list', {})])
  const remembered = (name: string) => layout[name] ?? null
  const brandId = rememberedScope(remembered, brands.items)
  const scope = brandId === null ? {} : { brandId }
  if (brands.items.length === 0) return
  const question = listQuestion({
    brandId,
    where: VIEW_QUESTIONS.inbox,
    order: rememberedOrder(remembered, 'inbox'),
    group: rememberedGroup(remembered),
  })
  await Promise.all([
    askEarly('mentions.list', firstPageOf(question)),
    askEarly('views.list', scope),
    ...(brandId === null ? [] : [askEarly('tags.list', { brandId })]),
  ])
}

import { askEarly, watchEarly } from './engine/call.ts'
import { askListAhead } from './inbox/list-ahead.ts'
import { rememberedScope } from './inbox/remembered-looks.ts'

/** Asks for what the first screen shows while the window is still being drawn: the list, and the counts beside it. */
export async function askForFirstScreen(): Promise<void> {
  watchEarly()
  const [{ layout }, brands] = await Promise.all([askEarly('settings.get', {}), askEarly('brands.list', {})])
  const remembered = (name: string) => layout[name] ?? null
  const brandId = rememberedScope(remembered, brands.items)
  const scope = brandId === null ? {} : { brandId }
  if (brands.items.length === 0) return
  await Promise.all([
    askListAhead({ kind: 'inbox', view: 'inbox' }, brandId, remembered),
    askEarly('views.list', scope),
    ...(brandId === null ? [] : [askEarly('tags.list', { brandId })]),
  ])
}

import type { Brand } from '../src-main/contract/brands.ts'
import type { Settings } from '../src-main/contract/settings.ts'
import { askEarly, watchEarly } from './engine/call.ts'
import type { LastLook } from './frame/last-look.ts'
import { askListAhead } from './inbox/list-ahead.ts'
import { rememberedScope } from './inbox/remembered-looks.ts'

/**
 * Asks for what the first screen shows while the window is still being drawn: the list, and the counts beside it. Where
 * the last look is known, nothing waits for the settings and the brands to be answered first; where it is no longer
 * true, the screen asks for what it lacks.
 */
export async function askForFirstScreen(last: LastLook | null): Promise<void> {
  watchEarly()
  if (last) return askForScope(last.settings, last.brands)
  const [settings, { items }] = await Promise.all([askEarly('settings.get', {}), askEarly('brands.list', {})])
  await askForScope(settings, items)
}

async function askForScope({ layout }: Settings, brands: readonly Brand[]): Promise<void> {
  if (brands.length === 0) return
  const remembered = (name: string) => layout[name] ?? null
  const brandId = rememberedScope(remembered, brands)
  await Promise.all([
    askListAhead({ kind: 'inbox', view: 'inbox' }, brandId, remembered),
    askEarly('views.list', brandId === null ? {} : { brandId }),
    ...(brandId === null ? [] : [askEarly('tags.list', { brandId })]),
  ])
}

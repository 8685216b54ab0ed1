import { spotlight } from '@mantine/spotlight'
import { useComputedColorScheme } from '@mantine/core'
import type { Settings } from '../../src-main/contract/settings.ts'
import { call, type Input } from '../engine/call.ts'
import { useBrands } from '../kit/brands.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { showFailure, undoNewest } from '../kit/toast.tsx'

/** What can be done from everywhere. */
export function useFrameCommands(settings: Settings, gather: () => void): void {
  const { go, place, scope } = useNavigation()
  const brands = useBrands()
  const scheme = useComputedColorScheme('light')
  const change = (input: Input<'settings.set'>) => void call('settings.set', input).catch(showFailure)
  const nextBrand = () => {
    const scopes = [...brands.map((brand) => brand.brandId), null]
    const next = scopes[(scopes.indexOf(scope) + 1) % scopes.length] ?? null
    go(place.kind === 'inbox' ? { kind: 'inbox', view: place.view } : place, next)
  }

  useCommand('palette', () => spotlight.toggle())
  useCommand('undo', () => void undoNewest(scope))
  useCommand('gather', gather)
  useCommand('offline', () => change({ offline: !settings.offline }))
  useCommand('theme', () => change({ theme: scheme === 'light' ? 'dark' : 'light' }))
  useCommand('switchBrand', brands.length > 1 ? nextBrand : null)
  useCommand('addBrand', () => go({ kind: 'new-brand' }))
  useCommand('goInbox', () => go({ kind: 'inbox', view: 'inbox' }))
  useCommand('goUnanswered', () => go({ kind: 'inbox', view: 'unanswered' }))
  useCommand('goOutbox', () => go({ kind: 'outbox' }))
  useCommand('goPromises', () => go({ kind: 'promises' }))
  useCommand('goSources', () => go({ kind: 'sources' }))
  useCommand('goReports', () => go({ kind: 'reports' }))
  useCommand('goSettings', () => go({ kind: 'settings' }))
  useCommand('nextPane', focusNextPane)
}

/** Panes say themselves that they can be stepped into, in the order they stand. */
function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  panes[(current + 1) % panes.length]?.focus()
}

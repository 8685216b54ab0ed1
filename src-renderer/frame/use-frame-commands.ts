import { useComputedColorScheme } from '@mantine/core'
import { useState } from 'react'
import type { Settings } from '../../src-main/contract/settings.ts'
import { call, type Input } from '../engine/call.ts'
import { useBrands } from '../kit/brands.tsx'
import { letGoOfFocus } from '../kit/focus-pane.ts'
import { useNavigation, type Place } from '../kit/places.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { sameIn } from './rail.tsx'
import { showFailure, undoNewest } from '../kit/toast.tsx'
import { palette } from './palette-store.ts'

/** What can be done from everywhere. */
export function useFrameCommands(settings: Settings, gather: () => void): void {
  const { go, place, scope } = useNavigation()
  const brands = useBrands()
  const scheme = useComputedColorScheme('light')
  const change = (input: Input<'settings.set'>) => void call('settings.set', input).catch(showFailure)
  const goTo = (to: Place) => {
    letGoOfFocus()
    go(to)
  }
  const backTo = useLastInbox(place)
  const nextBrand = () => {
    const scopes = [...brands.map((brand) => brand.brandId), null]
    const next = scopes[(scopes.indexOf(scope) + 1) % scopes.length] ?? null
    go(sameIn(place), next)
  }

  useCommand('palette', () => palette.toggle())
  useCommand('undo', () => void undoNewest(scope))
  useCommand('gather', gather)
  useCommand('offline', () => change({ offline: !settings.offline }))
  useCommand('theme', () => change({ theme: scheme === 'light' ? 'dark' : 'light' }))
  useCommand('switchBrand', brands.length > 1 ? nextBrand : null)
  useCommand('addBrand', () => goTo({ kind: 'new-brand' }))
  useCommand('addSource', () => goTo({ kind: 'sources', asks: 'to-add' }))
  useCommand('exportSources', () => goTo({ kind: 'sources', asks: 'to-export' }))
  useCommand('addMention', brands.length > 0 ? () => goTo({ kind: 'by-hand' }) : null)
  // From every other place one step back is the list one came from.
  useCommand('backToList', place.kind === 'inbox' ? null : () => goTo(backTo))
  useCommand('goInbox', () => goTo({ kind: 'inbox', view: 'inbox' }))
  useCommand('goUnanswered', () => goTo({ kind: 'inbox', view: 'unanswered' }))
  useCommand('goOutbox', () => goTo({ kind: 'outbox' }))
  useCommand('goPromises', () => goTo({ kind: 'promises' }))
  useCommand('goSources', () => goTo({ kind: 'sources' }))
  useCommand('goTags', () => goTo({ kind: 'tags' }))
  useCommand('goRules', () => goTo({ kind: 'rules' }))
  useCommand('goReports', () => goTo({ kind: 'reports' }))
  useCommand('goSettings', () => goTo({ kind: 'settings' }))
  useCommand('nextPane', focusNextPane)
}

/** The list one was in last. */
function useLastInbox(place: Place): Place {
  const [last, setLast] = useState<Place>({ kind: 'inbox', view: 'inbox' })
  if (place.kind === 'inbox' && place !== last) setLast(place)
  return last
}

/** Panes say themselves that they can be stepped into, in the order they stand. */
function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const current = panes.findIndex((pane) => pane.contains(document.activeElement))
  panes[(current + 1) % panes.length]?.focus()
}

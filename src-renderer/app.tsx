import { MantineProvider } from '@mantine/core'
import { useColorScheme } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Brand } from '../src-main/contract/brands.ts'
import type { BrandId } from '../src-main/contract/ids.ts'
import type { Settings } from '../src-main/contract/settings.ts'
import { OutboxScreen } from './answer/outbox-screen.tsx'
import { PromisesScreen } from './answer/promises-screen.tsx'
import { useDueNotices } from './answer/use-due-notices.ts'
import { BrandScreen } from './brands/brand-form.tsx'
import { FirstStart } from './brands/first-start.tsx'
import { NewBrandScreen } from './brands/new-brand-screen.tsx'
import type { Output } from './engine/call.ts'
import { failureOf, useCall, valueOf } from './engine/use-call.ts'
import { EngineNotice } from './frame/engine-notice.tsx'
import { keepLook, type LastLook } from './frame/last-look.ts'
import frameClasses from './frame/frame.module.css'
import { Frame } from './frame/frame.tsx'
import { useRoute, type Scope } from './frame/use-route.ts'
import { UnopenedBrands } from './frame/unopened-brands.tsx'
import { LayoutProvider, useLayout } from './frame/layout.tsx'
import { ByHandScreen } from './imports/by-hand-screen.tsx'
import { ImportScreen } from './imports/import-screen.tsx'
import { InboxScreen } from './inbox/inbox-screen.tsx'
import { rememberedScope, scopeNumber } from './inbox/remembered-looks.ts'
import { BrandsContext } from './kit/brands.tsx'
import { ErrorNote } from './kit/error-note.tsx'
import { languageFor, setLanguage } from './kit/i18n.ts'
import { setOwnKeys } from './kit/keymap.ts'
import { NavigationProvider, useNavigation } from './kit/places.tsx'
import { cssVariables, NEUTRAL_ACCENT, schemeOfSettings, themeFor } from './kit/theme.ts'
import { ReportsScreen } from './reports/reports-screen.tsx'
import { RulesScreen } from './rules/rules-screen.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { SourcesScreen } from './sources/sources-screen.tsx'
import { TagsScreen } from './tags/tags-screen.tsx'

/** One line a screen. */
function Screen() {
  const { place, scope, go } = useNavigation()
  switch (place.kind) {
    case 'inbox':
      return <InboxScreen place={place} />
    case 'outbox':
      return <OutboxScreen />
    case 'promises':
      return <PromisesScreen />
    case 'sources':
      return <SourcesScreen brandId={scope} asks={place.asks ?? 'nothing'} />
    case 'import':
      return <ImportScreen />
    case 'by-hand':
      return <ByHandScreen key={scope ?? 'all'} brandId={scope} url={place.url ?? ''} />
    case 'tags':
      return <TagsScreen key={scope ?? 'all'} brandId={scope} />
    case 'rules':
      return <RulesScreen key={scope ?? 'all'} brandId={scope} />
    case 'reports':
      return <ReportsScreen brandId={scope} />
    case 'settings':
      return <SettingsScreen />
    case 'brand':
      return <BrandScreen brandId={place.brandId} />
    case 'new-brand':
      return <NewBrandScreen onDone={(brandId) => go({ kind: 'inbox', view: 'inbox' }, brandId)} />
  }
}

/** The same always: it finds out by itself where one is. */
const INSIDE = (
  <>
    <DueNotices />
    <Screen />
  </>
)

/** The frame is drawn as it was last, while the engine comes up; what it answers then stands in its place. */
export function App({ last }: { readonly last: LastLook | null }) {
  const settings = useCall('settings.get', {})
  const brands = useCall('brands.list', {})
  const failure = failureOf(settings) ?? failureOf(brands)
  const answered = { settings: valueOf(settings), brands: valueOf(brands) }
  const known = {
    settings: useSame(answered.settings ?? last?.settings ?? null),
    brands: answered.brands?.items ?? last?.brands ?? null,
  }
  useKeptLook(answered.settings, answered.brands?.items ?? null)
  useLanguage(known.settings)
  const again = () => {
    settings.again()
    brands.again()
  }
  if (failure)
    return (
      <Look theme={known.settings?.theme ?? 'system'} colour={NEUTRAL_ACCENT}>
        {failure.kind !== 'engine-down' && (
          <div style={{ maxWidth: 560, margin: '96px auto', padding: 24 }}>
            <ErrorNote failure={failure} again={again} />
          </div>
        )}
      </Look>
    )
  // Nothing flashes in the few milliseconds before the first answer; an engine that cannot start says so.
  if (!known.settings || !known.brands)
    return (
      <Look theme={known.settings?.theme ?? 'system'} colour={NEUTRAL_ACCENT}>
        {null}
      </Look>
    )
  return (
    <LayoutProvider saved={known.settings.layout}>
      <Program
        settings={known.settings}
        brands={known.brands}
        unopened={answered.brands?.unopened ?? NO_UNOPENED}
        engine={answered.settings && answered.brands ? 'answered' : 'awaited'}
      />
    </LayoutProvider>
  )
}

const NO_UNOPENED: Output<'brands.list'>['unopened'] = []

interface ProgramProps {
  readonly settings: Settings
  readonly brands: readonly Brand[]
  readonly unopened: Output<'brands.list'>['unopened']
  readonly engine: 'answered' | 'awaited'
}

function Program({ settings, brands, unopened, engine }: ProgramProps) {
  const scope = useScope(brands)
  const brand = brands.find(({ brandId }) => brandId === scope.brandId)
  useReady(engine)
  useOwnKeys(settings)
  return (
    <Look theme={settings.theme} colour={brand?.colour ?? NEUTRAL_ACCENT}>
      <UnopenedBrands unopened={unopened} />
      <BrandsContext value={brands}>
        <Places settings={settings} brands={brands} scope={scope} />
      </BrandsContext>
    </Look>
  )
}

interface PlacesProps {
  readonly settings: Settings
  readonly brands: readonly Brand[]
  readonly scope: Scope
}

/** Where one is: going elsewhere draws what is in here again, and not the theme around it. */
function Places({ settings, brands, scope }: PlacesProps) {
  const { place, ways } = useRoute(scope)
  return (
    <NavigationProvider place={place} scope={scope.brandId} ways={ways}>
      {brands.length === 0 ? (
        <FirstStart onDone={(brandId) => ways.go({ kind: 'inbox', view: 'inbox' }, brandId)} />
      ) : (
        <Frame settings={settings}>{INSIDE}</Frame>
      )}
    </NavigationProvider>
  )
}

/** Tells of promises that are due, wherever the user is. */
function DueNotices() {
  useDueNotices()
  return null
}

/** The keys that the user has chosen, where they are heard and shown. */
function useOwnKeys({ keys }: Settings): void {
  useEffect(() => setOwnKeys(keys), [keys])
}

/** Says on the page that the engine has answered and the program is there: start-up checks wait for it. */
function useReady(engine: 'answered' | 'awaited'): void {
  useEffect(() => {
    if (engine === 'answered') document.documentElement.dataset['ready'] = 'yes'
  }, [engine])
}

/** What was known already is drawn once, although it is answered anew. */
function useSame<Value>(value: Value): Value {
  const [same, setSame] = useState(value)
  if (value === same) return same
  if (JSON.stringify(value) === JSON.stringify(same)) return same
  setSame(value)
  return value
}

/** Keeps for the next start what this one found out. */
function useKeptLook(settings: Settings | null, brands: readonly Brand[] | null): void {
  useEffect(() => {
    if (settings && brands) keepLook({ settings, brands })
  }, [settings, brands])
}

/** Remembered from one start to the next. */
function useScope(brands: readonly Brand[]): Scope {
  const { remembered, remember } = useLayout()
  const brandId = rememberedScope(remembered, brands)
  const lookAt = useCallback(
    (to: BrandId | null) => {
      if (to !== brandId) remember('scope', scopeNumber(to))
    },
    [brandId, remember],
  )
  return useMemo(() => ({ brandId, lookAt }), [brandId, lookAt])
}

function useLanguage(settings: Settings | null): void {
  const wanted = settings && languageFor(settings.language, window.shell.systemLanguage)
  useEffect(() => {
    if (wanted) void setLanguage(wanted)
  }, [wanted])
}

interface LookProps {
  readonly theme: Settings['theme']
  readonly colour: string
  readonly children: ReactNode
}

function Look({ theme, colour, children }: LookProps) {
  const system = useColorScheme('light', { getInitialValueInEffect: false })
  const scheme = theme === 'system' ? system : theme
  const made = useMemo(() => themeFor(colour), [colour])
  return (
    <MantineProvider
      theme={made}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeOfSettings}
      defaultColorScheme={scheme}
      forceColorScheme={scheme}
    >
      {children}
      <EngineNotice />
      <Notifications
        position="bottom-left"
        containerWidth={340}
        limit={2}
        transitionDuration={100}
        className={frameClasses.toasts ?? ''}
      />
    </MantineProvider>
  )
}

import { SegmentedControl, Stack, Switch } from '@mantine/core'
import { useId, useState } from 'react'
import type { Settings } from '../../src-main/contract/settings.ts'
import { call } from '../engine/call.ts'
import { useCall } from '../engine/use-call.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { Page, PagePart } from '../kit/page.tsx'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import { About } from './about.tsx'
import { AccountsPart } from './accounts-part.tsx'
import { BrandsPart } from './brands-part.tsx'
import { DataSafety } from './data-safety.tsx'
import { KeyboardPart } from './keyboard-part.tsx'
import { GatherEvery } from './gather-every.tsx'
import { TakeBackTime } from './take-back.tsx'
import classes from './settings.module.css'

/** Few, because a good default needs no setting. */
export function SettingsScreen() {
  const { t } = useText()
  const loaded = useCall('settings.get', {})
  return (
    <Page title={t('settings.title')}>
      {loaded.kind === 'failed' && <ErrorNote failure={loaded.failure} again={loaded.again} />}
      {loaded.kind === 'ready' && <Preferences settings={loaded.value} />}
      <PagePart title={t('settings.brands')}>
        <BrandsPart />
      </PagePart>
      <PagePart title={t('accounts.title')}>
        <AccountsPart />
        {loaded.kind === 'ready' && <Answering settings={loaded.value} />}
      </PagePart>
      <PagePart title={t('settings.safety')}>
        <DataSafety />
      </PagePart>
      <PagePart title={t('settings.about')}>
        <About />
      </PagePart>
      {/* The last: who goes by Tab passes every one of its many keys. */}
      {loaded.kind === 'ready' && <Keys settings={loaded.value} />}
    </Page>
  )
}

/** What was just chosen is shown at once, until the engine tells the settings anew. */
function useSettings(settings: Settings): [Settings, (part: Partial<Settings>) => void] {
  const [chosen, setChosen] = useState<Partial<Settings>>({})
  const [told, setTold] = useState(settings)
  if (told !== settings) {
    setTold(settings)
    setChosen({})
  }
  const change = (part: Partial<Settings>) => {
    setChosen((before) => ({ ...before, ...part }))
    call('settings.set', part).catch((thrown: unknown) => {
      setChosen({})
      showFailure(thrown)
    })
  }
  return [{ ...settings, ...chosen }, change]
}

function Answering({ settings: told }: { readonly settings: Settings }) {
  const [settings, change] = useSettings(told)
  return <TakeBackTime settings={settings} onChange={change} />
}

function Keys({ settings: told }: { readonly settings: Settings }) {
  const { t } = useText()
  const [settings, change] = useSettings(told)
  return (
    <PagePart title={t('keys.title')}>
      <KeyboardPart keys={settings.keys} onChange={(keys) => change({ keys })} />
    </PagePart>
  )
}

function Preferences({ settings: told }: { readonly settings: Settings }) {
  const { t } = useText()
  const [settings, change] = useSettings(told)
  return (
    <>
      <PagePart title={t('settings.window')}>
        <Stack gap="md" align="flex-start">
          <Choice
            label={t('settings.language')}
            value={settings.language}
            options={['system', 'es', 'en'] as const}
            words={(language) => t(`settings.languages.${language}`)}
            onChange={(language) => change({ language })}
          />
          <Choice
            label={t('settings.theme')}
            value={settings.theme}
            options={['system', 'light', 'dark'] as const}
            words={(theme) => t(`settings.themes.${theme}`)}
            onChange={(theme) => change({ theme })}
          />
        </Stack>
      </PagePart>
      <PagePart title={t('settings.gathering')}>
        <Stack gap="md" align="flex-start">
          <Switch
            label={t('settings.offline')}
            description={t('settings.offlineWhy')}
            checked={settings.offline}
            onChange={({ currentTarget }) => change({ offline: currentTarget.checked })}
          />
          <GatherEvery settings={settings} onChange={change} />
        </Stack>
      </PagePart>
    </>
  )
}

interface ChoiceProps<Option extends string> {
  readonly label: string
  readonly value: Option
  readonly options: readonly Option[]
  readonly words: (option: Option) => string
  readonly onChange: (option: Option) => void
}

function Choice<Option extends string>({ label, value, options, words, onChange }: ChoiceProps<Option>) {
  const labelId = useId()
  return (
    <div className={classes.choice}>
      <span id={labelId} className={classes.label}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={labelId}
        value={value}
        onChange={onChange}
        data={options.map((option) => ({ value: option, label: words(option) }))}
        transitionDuration={100}
      />
    </div>
  )
}

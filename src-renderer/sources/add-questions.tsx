import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Brings, FoundFeed } from '../../src-main/contract/sources.ts'
import { useRun } from '../engine/use-run.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useFormats } from '../kit/formats.ts'
import { showDone } from '../kit/toast.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './sources.module.css'

interface AddQuestionsProps {
  readonly brand: Brand
  readonly feed: FoundFeed
  readonly onAdded: () => void
}

type Since = 'guess' | 'today' | 'all' | 'day'
const sinceKinds: readonly Since[] = ['guess', 'today', 'all', 'day']

/** Before every feed there is. */
const THE_BEGINNING = '1990-01-01'

/** The two things only the user knows, each with a guess made. */
export function AddQuestions({ brand, feed, onAdded }: AddQuestionsProps) {
  const { t } = useText()
  const { isoDay } = useFormats(brand.timezone)
  const now = useNow()
  const { state, run } = useRun('sources.add')
  const [brings, setBrings] = useState<Brings>(feed.guess.brings)
  const [since, setSince] = useState<Since>('guess')
  const [day, setDay] = useState(isoDay(feed.guess.answersFrom))
  const today = isoDay(new Date(now).toISOString())
  const answersFrom = { guess: feed.guess.answersFrom, today, all: THE_BEGINNING, day }[since]

  const add = async (event: SyntheticEvent) => {
    event.preventDefault()
    const { url, kind } = feed
    const added = await run({ brandId: brand.brandId, url, kind, brings, answersFrom })
    if (!added) return
    showDone(t('addSource.added', { title: added.title, count: added.found }))
    onAdded()
  }

  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap="lg" mt="md">
        <BringsQuestion brand={brand} feed={feed} value={brings} onChange={setBrings} />
        <SinceQuestion brand={brand} feed={feed} value={since} onChange={setSince} />
        {since === 'day' && (
          <TextInput
            type="date"
            label={t('addSource.day')}
            value={day}
            max={today}
            onChange={({ currentTarget }) => setDay(currentTarget.value)}
            maw={200}
          />
        )}
        {state.kind === 'failed' && <ErrorNote failure={state.failure} />}
        <div className={classes.addressButtons}>
          <Button type="submit" loading={state.kind === 'running'} disabled={answersFrom === ''}>
            <span className={classes.buttonWords}>{t('addSource.add', { title: feed.title })}</span>
          </Button>
          {state.kind === 'running' && <span role="status">{t('addSource.adding')}</span>}
        </div>
      </Stack>
    </form>
  )
}

interface QuestionProps<Value> {
  readonly brand: Brand
  readonly feed: FoundFeed
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function BringsQuestion({ brand, feed, value, onChange }: QuestionProps<Brings>) {
  const { t } = useText()
  const { because, naming } = feed.guess
  const why = t('addSource.guess', { why: t(`addSource.because.${because}`, { naming, found: feed.found }) })
  return (
    <Radio.Group
      label={t('addSource.bringsQuestion')}
      description={why}
      value={value}
      onChange={(chosen) => onChange(chosen === 'everything' ? 'everything' : 'what-names-us')}
    >
      <Stack gap="xs" mt="xs">
        <Radio
          value="everything"
          label={t('addSource.bringsEverything')}
          description={t('addSource.bringsEverythingWhy')}
        />
        <Radio
          value="what-names-us"
          label={t('addSource.bringsNaming', { name: brand.name })}
          description={t('addSource.bringsNamingWhy')}
        />
      </Stack>
    </Radio.Group>
  )
}

function SinceQuestion({ brand, feed, value, onChange }: QuestionProps<Since>) {
  const { t } = useText()
  const { day } = useFormats(brand.timezone)
  return (
    <Radio.Group
      label={t('addSource.fromQuestion')}
      description={t('addSource.fromWhy')}
      value={value}
      onChange={(chosen) => onChange(sinceKinds.find((kind) => kind === chosen) ?? 'guess')}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="guess" label={t('addSource.fromGuess', { day: day(feed.guess.answersFrom) })} />
        <Radio value="today" label={t('addSource.fromToday')} />
        <Radio value="all" label={t('addSource.fromAll')} />
        <Radio value="day" label={t('addSource.fromDay')} />
      </Stack>
    </Radio.Group>
  )
}

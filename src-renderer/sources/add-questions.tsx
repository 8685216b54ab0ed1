import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { FoundFeed } from '../../src-main/contract/sources.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useFormats } from '../kit/formats.ts'
import { showDone } from '../kit/toast.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { useAddFeeds, type Adding, type Answers, type WantedBrings } from './use-add-feeds.ts'
import classes from './sources.module.css'

interface AddQuestionsProps {
  readonly brand: Brand
  /** One or more. */
  readonly feeds: readonly FoundFeed[]
  readonly onAdded: () => void
}

type Since = 'guess' | 'today' | 'all' | 'day'
const sinceKinds: readonly Since[] = ['guess', 'today', 'all', 'day']

/** Before every feed there is. */
const THE_BEGINNING = '1990-01-01'

/** The two things only the user knows, each with a guess made. */
export function AddQuestions({ brand, feeds, onAdded }: AddQuestionsProps) {
  const { t } = useText()
  const { isoDay } = useFormats(brand.timezone)
  const now = useNow()
  const { state, add, stop } = useAddFeeds(brand.brandId)
  const [first] = feeds
  const [brings, setBrings] = useState<WantedBrings>(
    feeds.length === 1 && first ? first.guess.brings : 'guess',
  )
  const [since, setSince] = useState<Since>('guess')
  const [day, setDay] = useState(isoDay(first?.guess.answersFrom ?? new Date(now).toISOString()))
  const today = isoDay(new Date(now).toISOString())
  const answersFrom = { guess: null, today, all: THE_BEGINNING, day }[since]

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    const answers: Answers = { brings, answersFrom }
    const { added, failed } = await add(feeds, answers)
    const [one] = added
    if (one && added.length === 1) showDone(t('addSource.added', { title: one.title, count: one.found }))
    if (added.length > 1) showDone(t('addSource.addedMany', { count: added.length }))
    if (added.length > 0 && failed.length === 0) onAdded()
  }
  const label =
    first && feeds.length === 1
      ? t('addSource.add', { title: first.title })
      : t('addSource.addSome', { count: feeds.length })
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="lg" mt="md">
        <BringsQuestion brand={brand} feeds={feeds} value={brings} onChange={setBrings} />
        <SinceQuestion brand={brand} feeds={feeds} value={since} onChange={setSince} />
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
        {state.kind === 'done' && <Failed failed={state.failed} />}
        <div className={classes.addressButtons}>
          <Button type="submit" loading={state.kind === 'running'} disabled={answersFrom === ''}>
            <span className={classes.buttonWords}>{label}</span>
          </Button>
          {state.kind === 'running' && <HowFar adding={state} onStop={stop} />}
        </div>
      </Stack>
    </form>
  )
}

/** Those that could not be added, each with why. */
function Failed({ failed }: Pick<Extract<Adding, { kind: 'done' }>, 'failed'>) {
  return failed.map(({ feed, failure }) => (
    <div key={feed.url}>
      <p className={classes.failedFeed} dir="auto">
        {feed.title}
      </p>
      <ErrorNote failure={failure} />
    </div>
  ))
}

interface HowFarProps {
  readonly adding: Extract<Adding, { kind: 'running' }>
  readonly onStop: () => void
}

function HowFar({ adding: { done, total }, onStop }: HowFarProps) {
  const { t } = useText()
  return (
    <span role="status">
      {total === 1 ? t('addSource.adding') : t('addSource.addingSome', { done: done + 1, total })}{' '}
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t('kit.action.stop')}
      </Button>
    </span>
  )
}

interface QuestionProps<Value> {
  readonly brand: Brand
  readonly feeds: readonly FoundFeed[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function BringsQuestion({ brand, feeds, value, onChange }: QuestionProps<WantedBrings>) {
  const { t } = useText()
  const [feed] = feeds
  const why =
    feed && feeds.length === 1
      ? t('addSource.guess', {
          why: t(`addSource.because.${feed.guess.because}`, { naming: feed.guess.naming, found: feed.found }),
        })
      : null
  const wholes = feeds.filter(({ guess }) => guess.brings === 'everything').length
  const choose = (chosen: string) =>
    onChange(chosen === 'everything' || chosen === 'what-names-us' ? chosen : 'guess')
  return (
    <Radio.Group label={t('addSource.bringsQuestion')} description={why} value={value} onChange={choose}>
      <Stack gap="xs" mt="xs">
        {feeds.length > 1 && (
          <Radio
            value="guess"
            label={t('addSource.bringsGuess')}
            description={
              wholes === feeds.length
                ? t('addSource.bringsGuessAll')
                : t('addSource.bringsGuessWhy', { count: wholes, total: feeds.length })
            }
          />
        )}
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

function SinceQuestion({ brand, feeds, value, onChange }: QuestionProps<Since>) {
  const { t } = useText()
  const { day } = useFormats(brand.timezone)
  const [feed] = feeds
  return (
    <Radio.Group
      label={t('addSource.fromQuestion')}
      description={t('addSource.fromWhy')}
      value={value}
      onChange={(chosen) => onChange(sinceKinds.find((kind) => kind === chosen) ?? 'guess')}
    >
      <Stack gap="xs" mt="xs">
        {feed && (
          <Radio value="guess" label={t('addSource.fromGuess', { day: day(feed.guess.answersFrom) })} />
        )}
        <Radio value="today" label={t('addSource.fromToday')} />
        <Radio value="all" label={t('addSource.fromAll')} />
        <Radio value="day" label={t('addSource.fromDay')} />
      </Stack>
    </Radio.Group>
  )
}

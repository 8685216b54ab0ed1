import { NativeSelect, Stack, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Source } from '../../src-main/contract/sources.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import { changeSource, type SourceChanges } from './source-acts.ts'
import { ASK_STEPS, useStepWords } from './steps.ts'
import classes from './sources.module.css'

interface SourceSettingsProps {
  readonly source: Source
  readonly brand: Brand | null
}

type Shown = Pick<Source, 'everyMinutes' | 'brings' | 'tags' | 'answersFrom'>

/** What was just chosen is shown at once, until the engine tells the source anew. */
function useChanges(source: Source): [Shown, (changes: SourceChanges, message: string) => void] {
  const [chosen, setChosen] = useState<Partial<Shown>>({})
  const [told, setTold] = useState(source)
  if (told !== source) {
    setTold(source)
    setChosen({})
  }
  const change = (changes: SourceChanges, message: string) => {
    const { everyMinutes, brings, tags } = changes
    setChosen({
      ...(everyMinutes === undefined ? {} : { everyMinutes }),
      ...(brings === undefined ? {} : { brings }),
      ...(tags === undefined ? {} : { tags }),
    })
    void changeSource(source, changes, message).then((done) => {
      if (done === 'failed') setChosen({})
    })
  }
  return [{ ...source, ...chosen }, change]
}

/** How it is gathered; each change is made at once and can be undone. */
export function SourceSettings({ source, brand }: SourceSettingsProps) {
  const { t } = useText()
  const [shown, change] = useChanges(source)
  const tags = valueOf(useCall('tags.list', { brandId: source.brandId }))?.items ?? []
  const name = brand?.name ?? ''
  const title = source.title
  const isFile = source.kind === 'file'
  return (
    <div>
      <h4 className={classes.detailTitle}>{t('sources.details.settings')}</h4>
      <Stack gap="sm">
        {!isFile && <Every shown={shown} title={title} change={change} />}
        {!isFile && (
          <NativeSelect
            label={t('addSource.bringsQuestion')}
            value={shown.brings}
            onChange={({ currentTarget }) =>
              currentTarget.value === 'everything'
                ? change({ brings: 'everything' }, t('sources.bringsAll', { title }))
                : change({ brings: 'what-names-us' }, t('sources.bringsNaming', { title, name }))
            }
            data={[
              { value: 'everything', label: t('addSource.bringsEverything') },
              { value: 'what-names-us', label: t('addSource.bringsNaming', { name }) },
            ]}
          />
        )}
        <TagsInput
          label={t('sources.details.tags')}
          description={t('sources.details.tagsWhy')}
          placeholder={shown.tags.length === 0 ? t('inbox.tagPlaceholder') : ''}
          value={shown.tags}
          onChange={(chosen) => change({ tags: chosen }, t('sources.details.tagsDone', { title }))}
          data={tags.map(({ tag }) => tag)}
          splitChars={[',', ';']}
          maxTags={20}
        />
        {!isFile && <AnswersFrom source={source} brand={brand} change={change} />}
      </Stack>
    </div>
  )
}

interface EveryProps {
  readonly shown: Shown
  readonly title: string
  readonly change: (changes: SourceChanges, message: string) => void
}

const ADAPTIVE = 'adaptive'

function Every({ shown, title, change }: EveryProps) {
  const { t } = useText()
  const words = useStepWords()
  const own = shown.everyMinutes
  const steps = [...new Set([...ASK_STEPS, ...(own === null ? [] : [own])])].toSorted((a, b) => a - b)
  return (
    <NativeSelect
      label={t('sources.details.every')}
      description={t('sources.details.everyWhy')}
      value={own === null ? ADAPTIVE : String(own)}
      onChange={({ currentTarget }) =>
        change(
          { everyMinutes: currentTarget.value === ADAPTIVE ? null : Number(currentTarget.value) },
          t('sources.details.everyDone', { title }),
        )
      }
      data={[
        { value: ADAPTIVE, label: t('sources.details.adaptive') },
        ...steps.map((step) => ({ value: String(step), label: words(step) })),
      ]}
    />
  )
}

interface AnswersFromProps {
  readonly source: Source
  readonly brand: Brand | null
  readonly change: (changes: SourceChanges, message: string) => void
}

function AnswersFrom({ source, brand, change }: AnswersFromProps) {
  const { t } = useText()
  const { isoDay } = useFormats(brand?.timezone ?? null)
  const saved = source.answersFrom === null ? '' : isoDay(source.answersFrom)
  const [day, setDay] = useState<string | null>(null)
  const keep = () => {
    if (day !== null && day !== '' && day !== saved)
      change({ answersFrom: day }, t('sources.details.answersDone', { title: source.title }))
    setDay(null)
  }
  return (
    <TextInput
      type="date"
      label={t('brandForm.answersFrom')}
      description={t('addSource.fromWhy')}
      value={day ?? saved}
      // A date is typed part by part: it is kept when the field is left.
      onChange={({ currentTarget }) => setDay(currentTarget.value)}
      onBlur={keep}
      styles={{ wrapper: { maxWidth: 200 } }}
    />
  )
}

import { Button, Group, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useState, type SyntheticEvent } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { Input } from '../engine/call.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { useFormats } from '../kit/formats.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import { QuestionField } from '../search/question-field.tsx'
import { isForwards, periodOf, presets, type Period, type Preset } from './period.ts'
import classes from './reports.module.css'

interface ReportFormProps {
  readonly brand: Brand
  readonly isMaking: boolean
  readonly onMake: (input: Input<'reports.make'>) => Promise<unknown>
  readonly onStop: () => void
}

/** Which days and which tags. */
export function ReportForm({ brand, isMaking, onMake, onStop }: ReportFormProps) {
  const { t } = useText()
  const { isoDay } = useFormats(brand.timezone)
  const today = isoDay(new Date(useNow()).toISOString())
  const [preset, setPreset] = useState<Preset>('month')
  const [own, setOwn] = useState<Period>(() => periodOf('month', today, { from: today, to: today }))
  const [tags, setTags] = useState<readonly string[]>([])
  const [question, setQuestion] = useState('')
  const period = periodOf(preset, today, own)
  const works = isForwards(period)

  const make = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!works) return
    const chosen = tags.length === 0 ? {} : { tags: [...tags] }
    const only = question.trim() === '' ? {} : { where: question.trim() }
    void onMake({ brandId: brand.brandId, ...period, ...chosen, ...only })
  }

  return (
    <form className={classes.form} onSubmit={make}>
      <NativeSelect
        label={t('reports.period')}
        value={preset}
        onChange={({ currentTarget }) => {
          setOwn(period)
          setPreset(presets.find((one) => one === currentTarget.value) ?? 'month')
        }}
        data={presets.map((one) => ({ value: one, label: t(`reports.presets.${one}`) }))}
      />
      {preset === 'own' && <OwnDates own={own} onChange={setOwn} works={works} />}
      <TagsChoice brand={brand} value={tags} onChange={setTags} />
      <div className={classes.question}>
        <QuestionField
          brandId={brand.brandId}
          label={t('reports.only')}
          example={t('reports.onlyExample')}
          question={question}
          onChange={setQuestion}
          is="optional"
        />
      </div>
      <Group gap="xs">
        <Button type="submit" disabled={!works} loading={isMaking}>
          {t('reports.make')}
        </Button>
        {isMaking && (
          <Button variant="default" onClick={onStop}>
            {t('kit.action.stop')}
          </Button>
        )}
      </Group>
    </form>
  )
}

interface OwnDatesProps {
  readonly own: Period
  readonly onChange: (own: Period) => void
  readonly works: boolean
}

function OwnDates({ own, onChange, works }: OwnDatesProps) {
  const { t } = useText()
  return (
    <>
      <TextInput
        type="date"
        label={t('reports.from')}
        value={own.from}
        onChange={({ currentTarget }) => onChange({ ...own, from: currentTarget.value })}
        error={works ? null : t('reports.backwards')}
      />
      <TextInput
        type="date"
        label={t('reports.to')}
        value={own.to}
        onChange={({ currentTarget }) => onChange({ ...own, to: currentTarget.value })}
      />
    </>
  )
}

interface TagsChoiceProps {
  readonly brand: Brand
  readonly value: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}

function TagsChoice({ brand, value, onChange }: TagsChoiceProps) {
  const { t } = useText()
  const { number } = useFormats()
  const known = valueOf(useCall('tags.list', { brandId: brand.brandId }))?.items ?? []
  const labels = new Map(known.map(({ tag, count }) => [tag, `${tag} (${number(count)})`]))
  return (
    <MultiSelect
      className={classes.tagsChoice}
      label={t('reports.tags')}
      placeholder={value.length === 0 ? t('reports.tagsAll') : ''}
      value={[...value]}
      onChange={onChange}
      data={[...new Set([...labels.keys(), ...value])].map((tag) => ({
        value: tag,
        label: labels.get(tag) ?? tag,
      }))}
      searchable
      clearable
      hidePickedOptions
    />
  )
}

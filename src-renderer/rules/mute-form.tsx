import { Button, Select, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { BrandId, RuleId } from '../../src-main/contract/ids.ts'
import { MuteAs } from '../../src-main/contract/rules.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useText } from '../kit/use-text.ts'
import { changeRules } from './rule-calls.ts'
import { RuleTry } from './rule-try.tsx'
import classes from './rules.module.css'

/** Words that are put away from now on; people are muted where they speak. */
export function MuteForm({
  brandId,
  onDone,
}: {
  readonly brandId: BrandId
  readonly onDone: (added: RuleId | null) => void
}) {
  const { t } = useText()
  const [words, setWords] = useState('')
  const [as, setAs] = useState<MuteAs>('not-about-us')
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async () => {
    const input = { on: { brandId, words }, as }
    const changed = await changeRules('rules.mute', input, t('rules.done.muted', { words }))
    if (changed.kind === 'failed') setFailure(changed.failure)
    else onDone(changed.ruleId)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onDone(null)
      }}
    >
      <TextInput
        label={t('rules.mutedWords')}
        description={t('rules.mutedWordsHint')}
        value={words}
        maxLength={200}
        minLength={2}
        autoFocus
        required
        withAsterisk={false}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <RuleTry
        brandId={brandId}
        where={words.trim() === '' ? '' : `"${words.replaceAll('"', ' ').trim()}"`}
      />
      <Select
        label={t('rules.resolveAs')}
        data={MuteAs.options.map((value) => ({ value, label: t(`inbox.reason.${value}`) }))}
        value={as}
        onChange={(value) => setAs(MuteAs.parse(value))}
      />
      {failure && <ErrorNote failure={failure} />}
      <div className={classes.formActions}>
        <Button type="submit">{t('rules.mute')}</Button>
        <Button variant="subtle" color="gray" onClick={() => onDone(null)}>
          {t('kit.action.cancel')}
        </Button>
      </div>
    </form>
  )
}

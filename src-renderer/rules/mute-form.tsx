import { Button, Select, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { MuteAs } from '../../src-main/contract/rules.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { useText } from '../kit/use-text.ts'
import { changeRules } from './rule-calls.ts'
import { RuleTry } from './rule-try.tsx'
import classes from './rules.module.css'

/** Words that are put away from now on; people are muted where they speak. */
export function MuteForm({ brandId, onDone }: { readonly brandId: BrandId; readonly onDone: () => void }) {
  const { t } = useText()
  const [words, setWords] = useState('')
  const [as, setAs] = useState<MuteAs>('not-about-us')
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async () => {
    const on = { brandId, words }
    const failed = await changeRules('rules.mute', { on, as }, t('rules.done.muted', { words }))
    if (failed === null) onDone()
    else setFailure(failed)
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onDone()
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
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('kit.action.cancel')}
        </Button>
      </div>
    </form>
  )
}

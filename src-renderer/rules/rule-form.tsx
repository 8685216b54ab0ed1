import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { BrandId, RuleId } from '../../src-main/contract/ids.ts'
import type { Rule } from '../../src-main/contract/rules.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { QuestionField } from '../search/question-field.tsx'
import { useText } from '../kit/use-text.ts'
import { RuleActsField } from './rule-acts-field.tsx'
import { type Changed, changeRules } from './rule-calls.ts'
import { RuleTry } from './rule-try.tsx'
import classes from './rules.module.css'

interface RuleFormProps {
  readonly brandId: BrandId
  /** Null for a new one. */
  readonly rule: Rule | null
  readonly onDone: (added: RuleId | null) => void
}

/** A rule is built from a question that is tried on the past while it is written. */
export function RuleForm({ brandId, rule, onDone }: RuleFormProps) {
  const { t } = useText()
  const [draft, setDraft] = useState(() => draftOf(rule))
  const [failure, setFailure] = useState<Failure | null>(null)
  const kind = rule?.kind ?? 'rule'
  const change = (fields: Partial<Draft>) => setDraft({ ...draft, ...fields })
  const save = async () => {
    // Who gives it no name finds it by what it asks.
    const named = { ...draft, name: draft.name.trim() || draft.where.trim().slice(0, 100) }
    const changed = await saveDraft(brandId, rule, named, t('rules.done.saved', { name: named.name }))
    if (changed.kind === 'done') onDone(changed.ruleId)
    else setFailure(changed.failure)
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
        onDone(null)
      }}
    >
      <Asked brandId={brandId} kind={kind} draft={draft} onChange={change} />
      <RuleActsField
        brandId={brandId}
        kind={kind}
        acts={draft.acts}
        onChange={(acts) => change({ acts: [...acts] })}
      />
      {kind === 'rule' && <NameAndStop draft={draft} onChange={change} />}
      {failure && <ErrorNote failure={failure} />}
      <div className={classes.formActions}>
        <Button type="submit">{t('kit.action.save')}</Button>
        <Button variant="subtle" color="gray" onClick={() => onDone(null)}>
          {t('kit.action.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface Draft {
  readonly name: string
  readonly where: string
  readonly acts: Rule['acts']
  readonly stops: boolean
}

function draftOf(rule: Rule | null): Draft {
  if (rule === null) return { name: '', where: '', acts: [{ kind: 'tag', value: '' }], stops: false }
  const { name, where, acts, stops } = rule
  return { name, where, acts, stops }
}

function saveDraft(
  brandId: BrandId,
  rule: Rule | null,
  { name, where, acts, stops }: Draft,
  says: string,
): Promise<Changed> {
  if (rule === null) return changeRules('rules.add', { brandId, name, where, acts, stops }, says)
  if (rule.kind === 'rule')
    return changeRules('rules.set', { ruleId: rule.ruleId, name, where, acts, stops }, says)
  const words = rule.kind === 'muted-words' ? { where, name: where.trim() } : {}
  return changeRules('rules.set', { ruleId: rule.ruleId, acts, ...words }, says)
}

interface PartProps {
  readonly draft: Draft
  readonly onChange: (fields: Partial<Draft>) => void
}

interface AskedProps extends PartProps {
  readonly brandId: BrandId
  readonly kind: Rule['kind']
}

/** What it is about, and what that would have found lately. */
function Asked({ brandId, kind, draft, onChange }: AskedProps) {
  const { t } = useText()
  return (
    <>
      {kind === 'rule' && (
        <QuestionField
          brandId={brandId}
          label={t('rules.when')}
          hint={t('rules.whenHint')}
          example={t('rules.whenExample')}
          question={draft.where}
          onChange={(where) => onChange({ where })}
          is="first"
        />
      )}
      {kind === 'muted-words' && (
        <TextInput
          label={t('rules.mutedWords')}
          value={draft.where}
          maxLength={2000}
          autoFocus
          required
          withAsterisk={false}
          onChange={({ currentTarget }) => onChange({ where: currentTarget.value })}
        />
      )}
      {kind === 'rule' && <RuleTry brandId={brandId} where={draft.where} />}
    </>
  )
}

function NameAndStop({ draft, onChange }: PartProps) {
  const { t } = useText()
  return (
    <>
      <TextInput
        label={t('rules.name')}
        description={t('rules.nameHint')}
        value={draft.name}
        maxLength={100}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <Checkbox
        label={t('rules.stops')}
        description={t('rules.stopsHint')}
        checked={draft.stops}
        onChange={({ currentTarget }) => onChange({ stops: currentTarget.checked })}
      />
    </>
  )
}

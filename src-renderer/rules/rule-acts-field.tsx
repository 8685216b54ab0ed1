import { ActionIcon, Autocomplete, Button, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { MuteAs, type Rule, RuleActKind } from '../../src-main/contract/rules.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { MomentMeant } from '../inbox/moment-field.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './rules.module.css'

type Act = Rule['acts'][number]

/** What a rule may resolve as: that there is nobody to answer. */
const REASONS = ['spam', 'not-about-us'] as const

interface RuleActsFieldProps {
  readonly brandId: BrandId
  readonly kind: Rule['kind']
  readonly acts: readonly Act[]
  readonly onChange: (acts: readonly Act[]) => void
}

/** What a rule does, one line each. */
export function RuleActsField({ brandId, kind, acts, onChange }: RuleActsFieldProps) {
  const { t } = useText()
  const set = (at: number, act: Act) => onChange(acts.with(at, act))
  return (
    <fieldset className={classes.acts}>
      <legend>{t('rules.acts')}</legend>
      {acts.map((act, at) => (
        // A line is its place: nothing else tells two alike apart.
        <div key={at} className={classes.act}>
          {kind === 'rule' && (
            <Select
              aria-label={t('rules.actKind')}
              data={RuleActKind.options.map((value) => ({ value, label: t(`rules.kind.${value}`) }))}
              value={act.kind}
              w={190}
              onChange={(value) => set(at, beginning(RuleActKind.parse(value)))}
            />
          )}
          <ActValue
            brandId={brandId}
            kind={kind}
            act={act}
            onChange={(value) => set(at, { ...act, value })}
          />
          {acts.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('rules.removeAct')}
              onClick={() => onChange(acts.filter((_, other) => other !== at))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {kind === 'rule' && acts.length < 10 && (
        <Button
          size="compact-sm"
          variant="subtle"
          className={classes.addAct ?? ''}
          onClick={() => onChange([...acts, beginning('tag')])}
        >
          {t('rules.addAct')}
        </Button>
      )}
    </fieldset>
  )
}

function beginning(kind: RuleActKind): Act {
  return { kind, value: kind === 'resolve' ? 'spam' : '' }
}

interface ActValueProps {
  readonly brandId: BrandId
  readonly kind: Rule['kind']
  readonly act: Act
  readonly onChange: (value: string) => void
}

function ActValue({ brandId, kind, act, onChange }: ActValueProps) {
  const { t } = useText()
  const tags = valueOf(useCall('tags.list', { brandId }))?.items ?? []
  const reasons = kind === 'rule' ? REASONS : MuteAs.options
  switch (act.kind) {
    case 'open':
      return <span className={classes.actNote}>{t('rules.openNote')}</span>
    case 'tag':
      return (
        <Autocomplete
          aria-label={t('inbox.tagField')}
          placeholder={t('inbox.tagPlaceholder')}
          data={tags.filter(({ retiredAt }) => retiredAt === null).map(({ tag }) => tag)}
          limit={6}
          value={act.value}
          onChange={onChange}
          flex={1}
        />
      )
    case 'snooze':
      return (
        <div className={classes.actMoment}>
          <TextInput
            aria-label={t('inbox.snooze.words')}
            placeholder={t('inbox.snooze.example')}
            value={act.value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
          <MomentMeant brandId={brandId} words={act.value} />
        </div>
      )
    case 'resolve':
      return (
        <Select
          aria-label={t('rules.resolveAs')}
          data={reasons.map((value) => ({ value, label: t(`inbox.reason.${value}`) }))}
          value={act.value}
          onChange={(value) => onChange(value ?? '')}
          flex={1}
        />
      )
  }
}

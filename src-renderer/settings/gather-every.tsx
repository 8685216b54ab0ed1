import { NativeSelect } from '@mantine/core'
import type { Settings } from '../../src-main/contract/settings.ts'
import { useText } from '../kit/use-text.ts'
import { ASK_STEPS, useStepWords } from '../sources/steps.ts'
import classes from './settings.module.css'

type Limits = Pick<Settings, 'gatherLeastMinutes' | 'gatherMostMinutes'>

interface GatherEveryProps {
  readonly settings: Limits
  readonly onChange: (limits: Partial<Limits>) => void
}

/** Between which ends each source finds its own pace. */
export function GatherEvery({ settings, onChange }: GatherEveryProps) {
  const { t } = useText()
  const { gatherLeastMinutes: least, gatherMostMinutes: most } = settings
  return (
    <div className={classes.choice}>
      <span className={classes.label}>{t('settings.every')}</span>
      <p className={classes.why}>{t('settings.everyWhy')}</p>
      <div className={classes.limits}>
        <Minutes
          label={t('settings.everyLeast')}
          minutes={least}
          // The other end is moved along: it never is on the wrong side.
          onChange={(minutes) =>
            onChange({ gatherLeastMinutes: minutes, gatherMostMinutes: Math.max(minutes, most) })
          }
        />
        <Minutes
          label={t('settings.everyMost')}
          minutes={most}
          onChange={(minutes) =>
            onChange({ gatherMostMinutes: minutes, gatherLeastMinutes: Math.min(minutes, least) })
          }
        />
      </div>
    </div>
  )
}

interface MinutesProps {
  readonly label: string
  readonly minutes: number
  readonly onChange: (minutes: number) => void
}

function Minutes({ label, minutes, onChange }: MinutesProps) {
  const words = useStepWords()
  const steps = [...new Set([...ASK_STEPS, minutes])].toSorted((a, b) => a - b)
  return (
    <NativeSelect
      label={label}
      value={String(minutes)}
      onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}
      data={steps.map((step) => ({ value: String(step), label: words(step) }))}
    />
  )
}

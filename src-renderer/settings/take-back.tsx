import { NativeSelect } from '@mantine/core'
import type { Settings } from '../../src-main/contract/settings.ts'
import { useText } from '../kit/use-text.ts'

const STEPS = [0, 5, 10, 20, 30, 60, 120, 300]

interface TakeBackTimeProps {
  readonly settings: Pick<Settings, 'takeBackSeconds'>
  readonly onChange: (part: Pick<Settings, 'takeBackSeconds'>) => void
}

/** How long a queued answer is still the user's. */
export function TakeBackTime({ settings: { takeBackSeconds: seconds }, onChange }: TakeBackTimeProps) {
  const { t } = useText()
  const steps = [...new Set([...STEPS, seconds])].toSorted((a, b) => a - b)
  return (
    <NativeSelect
      mt="md"
      maw={320}
      label={t('accounts.takeBack')}
      description={t('accounts.takeBackWhy')}
      value={String(seconds)}
      onChange={({ currentTarget }) => onChange({ takeBackSeconds: Number(currentTarget.value) })}
      data={steps.map((step) => ({
        value: String(step),
        label: step === 0 ? t('accounts.takeBackNone') : t('accounts.takeBackSeconds', { count: step }),
      }))}
    />
  )
}

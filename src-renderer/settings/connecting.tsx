import type { TFunction } from 'i18next'
import type { Failure } from '../../src-main/contract/failure.ts'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './settings.module.css'

/** Says that it is connected, and where its secret does not last, that too. */
export function showConnected(
  t: TFunction,
  { name, secret }: { readonly name: string; readonly secret: 'kept' | 'session' },
): void {
  const done = t('accounts.connected', { name })
  showDone(secret === 'session' ? `${done}. ${t('accounts.session')}` : done)
}

/** What the user can do something about; everything else is said in one sentence. */
const TELLABLE = ['needs-login', 'conflict', 'unreachable', 'timeout'] as const

/** What happened, in the place's own words too. */
export function WhyNot({ failure, how }: { readonly failure: Failure; readonly how: 'secret' | 'sign-in' }) {
  const { t } = useText()
  const says = failure.facts?.['says']
  const known = TELLABLE.find((one) => one === failure.kind) ?? 'other'
  const sentence = known === 'needs-login' && how === 'sign-in' ? 'sign-in' : known
  return (
    <div role="alert" className={classes.whyNot}>
      <p>{t(`accounts.failed.${sentence}`)}</p>
      {says !== '' && <p dir="auto">{typeof says === 'string' ? says : failure.message}</p>}
    </div>
  )
}

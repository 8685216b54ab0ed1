import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ChannelKind } from '../../src-main/contract/accounts.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { ask, call, toFailure } from '../engine/call.ts'
import { useText } from '../kit/use-text.ts'
import { showConnected } from './connecting.tsx'
import classes from './settings.module.css'

interface SignInProps {
  readonly kind: ChannelKind
  readonly brandId: BrandId
  readonly settings: Readonly<Record<string, string>>
  readonly onDone: () => void
  readonly onFailed: (failure: Failure) => void
}

/** The place asks the user in their own browser; nothing has to be pasted. */
export function SignIn({ kind, brandId, settings, onDone, onFailed }: SignInProps) {
  const { t } = useText()
  const [state, setState] = useState<'idle' | 'away'>('idle')
  // Who has left is not sent to the browser any more, and not waited for.
  const stopWaiting = useRef<() => void>(() => {})
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
      stopWaiting.current()
    }
  }, [])
  const isWhole = kind.fields.every(({ name, required }) => !required || name in settings)
  const go = async () => {
    setState('away')
    try {
      const words = { done: t('accounts.signInDone'), refused: t('accounts.signInRefused') }
      const { signInId, url } = await call('accounts.signIn', {
        brandId,
        channel: kind.name,
        settings,
        words,
      })
      const { answer, cancel } = ask('accounts.signedIn', { signInId })
      stopWaiting.current = cancel
      if (isHere.current) await window.shell.openLink(url)
      else cancel()
      showConnected(t, await answer)
      onDone()
    } catch (thrown) {
      setState('idle')
      const failure = toFailure(thrown)
      if (failure.kind !== 'cancelled') onFailed(failure)
    }
  }
  return (
    <div className={classes.signIn}>
      <Button disabled={!isWhole} loading={state === 'away'} onClick={() => void go()}>
        {t('accounts.signIn')}
      </Button>
      {state === 'away' && (
        <p role="status" className={classes.why}>
          {t('accounts.signInWaits')}
        </p>
      )}
      <p className={classes.or}>{t('accounts.orPaste')}</p>
    </div>
  )
}

import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { ChannelKind } from '../../src-main/contract/accounts.ts'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { ask, call, toFailure } from '../engine/call.ts'
import { showDone } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './settings.module.css'

interface SignInProps {
  readonly kind: ChannelKind
  readonly brandId: BrandId
  readonly settings: Readonly<Record<string, string>>
  readonly onDone: () => void
  readonly onFailed: (failure: Failure) => void
}

/** The place asks the user in their own browser; nothing has to be pasted. Who leaves the form is waited for no more. */
export function SignIn({ kind, brandId, settings, onDone, onFailed }: SignInProps) {
  const { t } = useText()
  const [state, setState] = useState<'idle' | 'away'>('idle')
  const stopWaiting = useRef(() => {})
  useEffect(() => () => stopWaiting.current(), [])
  const isWhole = kind.fields.every(({ name, required }) => !required || name in settings)
  const go = async () => {
    setState('away')
    try {
      const { signInId, url } = await call('accounts.signIn', { brandId, channel: kind.name, settings })
      await window.shell.openLink(url)
      const { answer, cancel } = ask('accounts.signedIn', { signInId })
      stopWaiting.current = cancel
      const { name } = await answer
      showDone(t('accounts.connected', { name }))
      onDone()
    } catch (thrown) {
      setState('idle')
      const failure = toFailure(thrown)
      if (failure.kind !== 'cancelled') onFailed(failure)
    }
  }
  return (
    <>
      <Button variant="default" disabled={!isWhole} loading={state === 'away'} onClick={() => void go()}>
        {t('accounts.signIn')}
      </Button>
      {state === 'away' && (
        <p role="status" className={classes.why}>
          {t('accounts.signInWaits')}
        </p>
      )}
    </>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Account } from '../../src-main/contract/accounts.ts'
import { call } from '../engine/call.ts'
import { useCall } from '../engine/use-call.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { useBrand } from '../kit/brands.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useNavigation } from '../kit/places.tsx'
import { showDone, showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import { ConnectAccount } from './connect-account.tsx'
import classes from './settings.module.css'

/** The accounts that answers go out through, each of one brand; their secrets are never shown. */
export function AccountsPart() {
  const { t } = useText()
  const { scope } = useNavigation()
  const loaded = useCall('accounts.list', scope === null ? {} : { brandId: scope })
  const [adding, setAdding] = useState<'no' | 'yes'>('no')
  return (
    <>
      <p className={classes.why}>{t('accounts.why')}</p>
      {loaded.kind === 'failed' && <ErrorNote failure={loaded.failure} again={loaded.again} />}
      {loaded.kind === 'ready' && loaded.value.items.length === 0 && adding === 'no' && (
        <p className={classes.why}>{t('accounts.none')}</p>
      )}
      {loaded.kind === 'ready' && (
        <ul className={classes.accounts}>
          {loaded.value.items.map((account) => (
            <AccountRow key={account.accountId} account={account} />
          ))}
        </ul>
      )}
      {adding === 'yes' ? (
        <ConnectAccount onDone={() => setAdding('no')} />
      ) : (
        <Button variant="default" mt="sm" onClick={() => setAdding('yes')}>
          {t('accounts.add')}
        </Button>
      )}
    </>
  )
}

function AccountRow({ account }: { readonly account: Account }) {
  const { t } = useText()
  const brand = useBrand(account.brandId)
  const [step, setStep] = useState<'shown' | 'testing' | 'to-connect' | 'to-remove'>('shown')
  const { accountId } = account
  const needsSecret = account.state === 'no-secret' || account.state === 'sign-in'
  const test = () => {
    setStep('testing')
    call('accounts.test', { accountId })
      .then(({ name }) => showDone(t('accounts.tested', { name })), showFailure)
      .finally(() => setStep('shown'))
  }
  return (
    <li>
      <p className={classes.accountName}>
        <strong>
          {t('outbox.through', {
            channel: t(`outbox.channel.${account.channel}`, { defaultValue: account.channel }),
            name: account.name,
          })}
        </strong>
        {brand && <BrandName name={brand.name} colour={brand.colour} />}
      </p>
      <p className={classes.why}>
        <span data-tone={account.state === 'ready' || account.state === 'waits' ? undefined : 'broken'}>
          {t(`accounts.state.${account.state}`)}
        </span>
        {' · '}
        {t('accounts.may', { what: account.mayDo.map((one) => t(`accounts.mayDo.${one}`)).join(', ') })}
        {account.onTheWay > 0 && ` ${t('accounts.onTheWay', { count: account.onTheWay })}.`}
      </p>
      {step === 'to-connect' && <ConnectAccount again={account} onDone={() => setStep('shown')} />}
      {step === 'to-connect' ? null : step === 'to-remove' ? (
        <Remove account={account} onKeep={() => setStep('shown')} />
      ) : (
        <div className={classes.taskLine}>
          {needsSecret ? (
            <Button size="compact-sm" onClick={() => setStep('to-connect')}>
              {t('accounts.again')}
            </Button>
          ) : (
            <Button size="compact-sm" variant="default" loading={step === 'testing'} onClick={test}>
              {t('accounts.test')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setStep('to-remove')}>
            {t('accounts.remove')}
          </Button>
        </div>
      )}
    </li>
  )
}

/** It cannot be undone, so it says what goes with it first. */
function Remove({ account, onKeep }: { readonly account: Account; readonly onKeep: () => void }) {
  const { t } = useText()
  const { accountId, name, onTheWay } = account
  return (
    <div role="group" aria-label={t('accounts.removeSure', { name })}>
      <p className={classes.result}>
        <strong>{t('accounts.removeSure', { name })}</strong>{' '}
        {onTheWay > 0 ? t('accounts.removeWhy', { count: onTheWay }) : t('accounts.removeWhyNone')}
      </p>
      <div className={classes.taskLine}>
        <Button
          size="compact-sm"
          color="red"
          onClick={() => {
            call('accounts.remove', { accountId }).then(() => showDone(t('accounts.removed')), showFailure)
          }}
        >
          {t('accounts.remove')}
        </Button>
        <Button autoFocus size="compact-sm" variant="default" onClick={onKeep}>
          {t('accounts.keep')}
        </Button>
      </div>
    </div>
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Output } from '../engine/call.ts'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { sendAll } from './queue-answer.ts'

interface AsksCardProps {
  readonly asks: NonNullable<Output<'outbox.list'>['asks']>
  readonly scope: BrandId | null
}

/** After days without a network: asked once, before anything goes. */
export function AsksCard({ asks, scope }: AsksCardProps) {
  const { t } = useText()
  const [state, setState] = useState<'asks' | 'sending'>('asks')
  const send = () => {
    setState('sending')
    sendAll(scope)
      .catch(showFailure)
      .finally(() => setState('asks'))
  }
  return (
    <section className={classes.asks} aria-label={t('outbox.asks.label')}>
      <strong>{t('outbox.asks.ready', { count: asks.ready })}</strong>
      <p>
        {asks.movedOn > 0 && `${t('outbox.asks.movedOn', { count: asks.movedOn })} `}
        {t('outbox.asks.why')}
      </p>
      <div className={classes.itemActs}>
        <Button loading={state === 'sending'} onClick={send}>
          {t('outbox.asks.send', { count: asks.ready })}
        </Button>
      </div>
    </section>
  )
}

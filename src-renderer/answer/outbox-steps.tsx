import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutboxItem } from '../../src-main/contract/replies.ts'
import { call, type Input } from '../engine/call.ts'
import { destinationOf } from '../kit/confirm-link.tsx'
import { showDone, showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { takeBack } from './queue-answer.ts'

interface OutboxStepsProps {
  readonly item: OutboxItem
  readonly connection: 'online' | 'offline'
}

/** What the answer needs from the user now. */
export function OutboxSteps({ item, connection }: OutboxStepsProps) {
  const { t } = useText()
  switch (item.state) {
    case 'queued':
      return (
        <div className={classes.itemActs}>
          <span className={classes.hint}>
            {connection === 'offline' ? t('answer.waitsOffline') : t('answer.comesUp')}
          </span>
          <TakeBack item={item} />
        </div>
      )
    case 'by-hand':
      return <ByHand item={item} connection={connection} />
    case 'unsure':
      return <DidItGoOut item={item} onNotYet={null} />
    case 'held':
    case 'sending':
      return <p className={classes.hint}>{t(`answer.stateHelp.${item.state}`)}</p>
    case 'refused':
    case 'stopped':
      return (
        <div className={classes.itemActs}>
          <span className={classes.hint}>{t(`answer.stateHelp.${item.state}`)}</span>
          <TakeBack item={item} />
        </div>
      )
    case 'sent':
      return null
  }
}

function TakeBack({ item }: { readonly item: OutboxItem }) {
  const { t } = useText()
  const run = async () => {
    try {
      await takeBack(item.replyId)
      showDone(t('answer.tookBack'))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  return (
    <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void run()}>
      {t('answer.takeBack')}
    </Button>
  )
}

/** Copy and open, post it there, and say whether it went out. */
function ByHand({ item, connection }: OutboxStepsProps) {
  const { t } = useText()
  const [step, setStep] = useState<'copy' | 'ask'>('copy')
  const destination = item.url === null ? null : destinationOf(item.url)
  const host = destination?.kind === 'page' ? destination.host : null
  const copyAndOpen = async () => {
    try {
      await window.shell.copyText(item.body)
      if (item.url !== null && host !== null) await window.shell.openLink(item.url)
      setStep('ask')
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  if (step === 'ask') return <DidItGoOut item={item} onNotYet={() => setStep('copy')} />
  return (
    <>
      <div className={classes.itemActs}>
        <Button disabled={connection === 'offline' && host !== null} onClick={() => void copyAndOpen()}>
          {host === null ? t('answer.copy') : t('answer.copyAndOpen', { host })}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setStep('ask')}>
          {t('answer.alreadyPosted')}
        </Button>
        <TakeBack item={item} />
      </div>
      <p className={classes.hint}>
        {connection === 'offline' ? t('answer.openOffline') : t('answer.byHandSteps')}
      </p>
    </>
  )
}

interface DidItGoOutProps {
  readonly item: OutboxItem
  /** Null where only yes or no will do. */
  readonly onNotYet: (() => void) | null
}

function DidItGoOut({ item, onNotYet }: DidItGoOutProps) {
  const { t } = useText()
  const [link, setLink] = useState('')
  const [said, setSaid] = useState<'nothing' | 'yes'>('nothing')
  const fits = link.trim() === '' || destinationOf(link.trim()).kind === 'page'
  const confirm = async (input: Omit<Input<'outbox.confirm'>, 'replyId'>) => {
    try {
      await call('outbox.confirm', { replyId: item.replyId, ...input })
      showDone(input.posted ? t('answer.wentOut') : t('answer.tookBack'))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  if (said === 'yes')
    return (
      <form
        className={classes.itemActs}
        onSubmit={(event) => {
          event.preventDefault()
          if (fits) void confirm({ posted: true, ...(link.trim() !== '' && { url: link.trim() }) })
        }}
      >
        <TextInput
          autoFocus
          className={classes.linkField ?? ''}
          label={t('answer.linkToIt')}
          placeholder="https://"
          value={link}
          error={fits ? null : t('answer.linkNotFit')}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!fits}>
          {t('answer.done')}
        </Button>
      </form>
    )
  return (
    <div className={classes.itemActs} role="group" aria-label={t('answer.didItGoOut')}>
      <strong>{t('answer.didItGoOut')}</strong>
      <Button autoFocus onClick={() => setSaid('yes')}>
        {t('answer.yes')}
      </Button>
      {onNotYet && (
        <Button variant="default" onClick={onNotYet}>
          {t('answer.notYet')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => void confirm({ posted: false })}>
        {t('answer.noBackToDraft')}
      </Button>
    </div>
  )
}

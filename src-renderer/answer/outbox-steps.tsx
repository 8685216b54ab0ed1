import { Button, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { OutboxItem } from '../../src-main/contract/replies.ts'
import { call, type Input } from '../engine/call.ts'
import { useBrand } from '../kit/brands.tsx'
import { destinationOf } from '../kit/confirm-link.tsx'
import { useFormats } from '../kit/formats.ts'
import { useNavigation } from '../kit/places.tsx'
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
      return <Queued item={item} connection={connection} />
    case 'by-hand':
      return <ByHand item={item} connection={connection} />
    case 'unsure':
      return <MayBeOut item={item} />
    case 'held':
      return (
        <>
          <p className={classes.hint}>{t('answer.stateHelp.held')}</p>
          <DidItGoOut item={item} onNotYet={null} asks={t('outbox.shownNow')} yes={t('outbox.itIsShown')} />
        </>
      )
    case 'sending':
      return <p className={classes.hint}>{t('answer.stateHelp.sending')}</p>
    case 'stopped':
      return <MovedOn item={item} />
    case 'refused':
      return <Refused item={item} />
    case 'sent':
      return null
  }
}

/** It has a moment to be taken back, or waits for something, and says for what. */
function Queued({ item, connection }: OutboxStepsProps) {
  const { t } = useText()
  const { go } = useNavigation()
  const formats = useFormats(useBrand(item.brandId)?.timezone ?? null)
  const now = useSeconds()
  const at = item.notBefore === null ? 0 : Date.parse(item.notBefore)
  const seconds = Math.ceil((at - now) / 1000)
  const words = () => {
    if (connection === 'offline') return t('answer.waitsOffline')
    if (item.waitsForWord) return t('outbox.waitsForWord')
    if (item.channel === 'by-hand' || at <= now) return t('answer.comesUp')
    if (item.reason !== '') return t('outbox.againAt', { time: formats.clock(item.notBefore ?? '') })
    return t('outbox.goesIn', { count: seconds })
  }
  const asksForAccount = item.reason === 'sign-in' || item.reason === 'no-secret'
  return (
    <div className={classes.itemActs}>
      <span className={classes.hint}>{asksForAccount ? '' : words()}</span>
      {asksForAccount && (
        <Button size="compact-sm" onClick={() => go({ kind: 'settings' })}>
          {t('outbox.toAccounts')}
        </Button>
      )}
      {item.reason === 'unreachable' && connection === 'online' && (
        <TryNow item={item} label={t('outbox.tryNow')} />
      )}
      <TakeBack item={item} />
    </div>
  )
}

/** The time, told every second: for what is about to go. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticks = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(ticks)
  }, [])
  return now
}

function TryNow({ item, label }: { readonly item: OutboxItem; readonly label: string }) {
  const [state, setState] = useState<'idle' | 'trying'>('idle')
  const retry = () => {
    setState('trying')
    call('outbox.retry', { replyId: item.replyId })
      .catch(showFailure)
      .finally(() => setState('idle'))
  }
  return (
    <Button size="compact-sm" variant="default" loading={state === 'trying'} onClick={retry}>
      {label}
    </Button>
  )
}

/** Nobody knows yet whether it is out: the program looks for it where it can, and asks where it cannot. */
function MayBeOut({ item }: { readonly item: OutboxItem }) {
  const { t } = useText()
  const asks = item.reason.endsWith('ask') || item.account === null
  return (
    <>
      <div className={classes.itemActs}>
        <span className={classes.hint}>{asks ? t('outbox.onlyYouKnow') : t('outbox.looksForIt')}</span>
        {item.url !== null && <LookThere url={item.url} />}
        {!asks && <TryNow item={item} label={t('outbox.lookNow')} />}
      </div>
      <DidItGoOut item={item} onNotYet={null} />
    </>
  )
}

function LookThere({ url }: { readonly url: string }) {
  const { t } = useText()
  const destination = destinationOf(url)
  if (destination.kind !== 'page') return null
  return (
    <Button variant="default" size="compact-sm" onClick={() => void window.shell.openLink(url)}>
      {t('outbox.lookThere', { host: destination.host })}
    </Button>
  )
}

/** It was not sent: the user reads what happened, and decides. */
function MovedOn({ item }: { readonly item: OutboxItem }) {
  const { t } = useText()
  const { go } = useNavigation()
  return (
    <div className={classes.itemActs}>
      <Button
        size="compact-sm"
        onClick={() => go({ kind: 'inbox', view: 'everything', mentionId: item.mentionId })}
      >
        {t('answer.toConversation')}
      </Button>
      {item.url !== null && <LookThere url={item.url} />}
      {item.reason !== 'gone' && <TryNow item={item} label={t('outbox.sendAllTheSame')} />}
      <TakeBack item={item} />
    </div>
  )
}

/** The text is in the draft already. */
function Refused({ item }: { readonly item: OutboxItem }) {
  const { t } = useText()
  const { go } = useNavigation()
  const note = () => call('outbox.takeBack', { replyId: item.replyId })
  return (
    <div className={classes.itemActs}>
      <span className={classes.hint}>{t('answer.stateHelp.refused')}</span>
      <Button
        size="compact-sm"
        onClick={() => {
          note().then(() => go({ kind: 'inbox', view: 'everything', mentionId: item.mentionId }), showFailure)
        }}
      >
        {t('outbox.toDraft')}
      </Button>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void note().catch(showFailure)}>
        {t('outbox.noted')}
      </Button>
    </div>
  )
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
  /** What is asked, where it is not whether it went out. */
  readonly asks?: string
  readonly yes?: string
}

function DidItGoOut({ item, onNotYet, asks, yes }: DidItGoOutProps) {
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
    <div className={classes.itemActs} role="group" aria-label={asks ?? t('answer.didItGoOut')}>
      <strong>{asks ?? t('answer.didItGoOut')}</strong>
      <Button autoFocus={onNotYet !== null} onClick={() => setSaid('yes')}>
        {yes ?? t('answer.yes')}
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

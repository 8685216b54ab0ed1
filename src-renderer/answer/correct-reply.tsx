import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ConversationEntry } from '../../src-main/contract/mentions.ts'
import { call, toFailure } from '../engine/call.ts'
import { destinationOf } from '../kit/confirm-link.tsx'
import { showDone, showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'

type Reply = Extract<ConversationEntry, { kind: 'reply' }>

/** Under an answer that is out: where it stands, what it said before, and a way to correct it. */
export function AfterSent({ reply }: { readonly reply: Reply }) {
  const { t } = useText()
  const [step, setStep] = useState<'shown' | 'writing'>('shown')
  if (reply.state !== 'sent') return null
  const destination = reply.url === null ? null : destinationOf(reply.url)
  return (
    <>
      {reply.earlier.map((body, index) => (
        <p key={index} className={classes.said} dir="auto">
          {t('outbox.correct.earlier', { count: 1 })}: {body}
        </p>
      ))}
      {step === 'writing' ? (
        <Correcting reply={reply} onDone={() => setStep('shown')} />
      ) : (
        <div className={classes.itemActs}>
          {reply.url !== null && destination?.kind === 'page' && (
            <OpenThere url={reply.url} words={t('outbox.see')} />
          )}
          {reply.channel !== 'by-hand' && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setStep('writing')}>
              {t('outbox.correct.start')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function OpenThere({ url, words }: { readonly url: string; readonly words: string }) {
  return (
    <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void window.shell.openLink(url)}>
      {words}
    </Button>
  )
}

function Correcting({ reply, onDone }: { readonly reply: Reply; readonly onDone: () => void }) {
  const { t } = useText()
  const [text, setText] = useState(reply.body)
  const [state, setState] = useState<'writing' | 'sending' | 'cannot'>('writing')
  const save = async () => {
    setState('sending')
    try {
      await call('replies.correct', { replyId: reply.replyId, body: text })
      showDone(t('outbox.correct.done'))
      onDone()
    } catch (thrown) {
      const isPlaces = toFailure(thrown).kind === 'conflict' && reply.url !== null
      setState(isPlaces ? 'cannot' : 'writing')
      if (!isPlaces) showFailure(thrown)
    }
  }
  const host = reply.url !== null && URL.canParse(reply.url) ? new URL(reply.url).host : ''
  return (
    <div>
      <Textarea
        autoFocus
        autosize
        minRows={2}
        dir="auto"
        aria-label={t('outbox.correct.field')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {state === 'cannot' && <p className={classes.hint}>{t('outbox.correct.cannot')}</p>}
      <div className={classes.itemActs}>
        {state === 'cannot' && reply.url !== null ? (
          <OpenThere url={reply.url} words={t('outbox.correct.open', { host })} />
        ) : (
          <Button
            size="compact-sm"
            loading={state === 'sending'}
            disabled={text.trim() === '' || text === reply.body}
            onClick={() => void save()}
          >
            {t('outbox.correct.save')}
          </Button>
        )}
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onDone}>
          {t('outbox.correct.cancel')}
        </Button>
      </div>
    </div>
  )
}

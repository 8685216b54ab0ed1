import { TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import type { Listening } from '../../src-main/contract/listening.ts'
import { call } from '../engine/call.ts'
import { useFormats, type Formats } from '../kit/formats.ts'
import { showDone, showFailure, undoAct } from '../kit/toast.tsx'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './listening.module.css'
import type { Answering } from './use-answering.ts'

/** Before the words: what this person asks, what it cost them, and what we already said and promised. */
export function ListeningHead({ answering }: { readonly answering: Answering }) {
  const { t } = useText()
  const now = useNow()
  const { heard, brand, whole } = answering
  const formats = useFormats(brand.timezone)
  if (!heard) return null
  const owed = heard.promises.filter(({ state }) => state !== 'kept')
  return (
    <section className={classes.listening} data-part="listening" aria-label={t('listening.title')}>
      <Asks heard={heard} mentionId={whole.id} />
      <p className={classes.effort}>{soFar(t, formats, heard, now)}</p>
      {owed.length > 0 && (
        <ul className={classes.promises}>
          {owed.slice(0, 3).map(({ promiseId, text, due, state }) => (
            <li key={promiseId} data-tone={state === 'open' ? undefined : 'broken'}>
              {t(`listening.promise.${state}`, { text, day: formats.day(due) })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** The effort, and what they heard from us, in a sentence each. */
function soFar(t: TFunction, formats: Formats, heard: Listening, now: number): string {
  const { effort, answers, apologies, lastAnswerAt } = heard
  const sentences = [
    effort.repeats > 0 && t('listening.repeats', { count: effort.repeats + 1, ordinal: true }),
    effort.touches > 1 && t('listening.touches', { count: effort.touches, days: daysWords(t, effort.days) }),
    effort.places > 1 && t('listening.places', { count: effort.places }),
    lastAnswerAt === null
      ? t('listening.neverAnswered')
      : t('listening.answers', { count: answers, ago: formats.relative(lastAnswerAt, now) }),
    apologies > 0 && t('listening.apologies', { count: apologies }),
  ]
  return sentences.filter((sentence) => sentence !== false).join(' ')
}

function daysWords(t: TFunction, days: number): string {
  return days === 0 ? t('listening.sameDay') : t('listening.days', { count: days })
}

interface AsksProps {
  readonly heard: Listening
  readonly mentionId: Answering['whole']['id']
}

/** One line, in their words; whoever reads it better puts it right. */
function Asks({ heard, mentionId }: AsksProps) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const save = async () => {
    if (typed === null) return
    setTyped(null)
    if (typed.trim() === heard.asks) return
    try {
      const { actId } = await call('replies.correctAsk', { mentionId, asks: typed })
      showDone(t('listening.corrected'), () => undoAct(actId))
    } catch (thrown) {
      showFailure(thrown)
    }
  }
  if (typed !== null) {
    return (
      <TextInput
        size="xs"
        aria-label={t('listening.asks')}
        value={typed}
        maxLength={500}
        autoFocus
        dir="auto"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          if (event.key === 'Enter') void save()
          else setTyped(null)
        }}
      />
    )
  }
  return (
    <p className={classes.asks}>
      <span className={classes.label}>
        {t(heard.askedBy === 'user' ? 'listening.asksYours' : 'listening.asks')}
      </span>
      <button type="button" className={classes.asked} onClick={() => setTyped(heard.asks)} dir="auto">
        {heard.asks === '' ? t('listening.asksNothing') : heard.asks}
        <IconPencil size={14} aria-label={t('listening.correct')} />
      </button>
    </p>
  )
}

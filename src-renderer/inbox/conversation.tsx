import type { ReactNode } from 'react'
import type { ConversationEntry, Mention, MentionWhole } from '../../src-main/contract/mentions.ts'
import { waitingReply } from '../answer/answer-waits.tsx'
import { AfterSent } from '../answer/correct-reply.tsx'
import { PromiseActs } from '../answer/promise-acts.tsx'
import { useBrand } from '../kit/brands.tsx'
import { useFormats } from '../kit/formats.ts'
import { RelativeTime } from '../kit/relative-time.tsx'
import { Stars, starsOf } from '../kit/stars.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { authorName } from './mention-row.tsx'

interface ConversationProps {
  readonly whole: MentionWhole
  readonly part: 'before' | 'after'
  readonly onSelect: (id: Mention['id']) => void
}

function timeOf(entry: ConversationEntry): string {
  return entry.kind === 'mention' || entry.kind === 'our-voice' ? entry.mention.at : entry.at
}

/** The entries before or after a mention, itself left out. */
export function partOf(whole: MentionWhole, part: 'before' | 'after'): ConversationEntry[] {
  // The answer on its way is shown where one would write.
  const waiting = waitingReply(whole)
  const others = whole.conversation.filter((entry) =>
    'mention' in entry ? entry.mention.id !== whole.id : entry !== waiting,
  )
  return others.filter((entry) => timeOf(entry) < whole.at === (part === 'before'))
}

/** What was said before is folded, what came since is open: it may change what one would answer. */
export function Conversation({ whole, part, onSelect }: ConversationProps) {
  const { t } = useText()
  const entries = partOf(whole, part)
  if (entries.length === 0) return null
  return (
    <details className={classes.fold} open={part === 'after'}>
      <summary>{t(`inbox.said.${part}`, { count: entries.length })}</summary>
      <ol className={classes.entries}>
        {entries.map((entry) => (
          <Entry key={keyOf(entry)} entry={entry} brandId={whole.brandId} onSelect={onSelect} />
        ))}
      </ol>
    </details>
  )
}

function keyOf(entry: ConversationEntry): string {
  switch (entry.kind) {
    case 'mention':
    case 'our-voice':
      return entry.mention.id
    case 'reply':
      return entry.replyId
    case 'promise':
      return entry.promiseId
  }
}

interface EntryProps {
  readonly entry: ConversationEntry
  readonly brandId: Mention['brandId']
  readonly onSelect: (id: Mention['id']) => void
}

function Entry({ entry, brandId, onSelect }: EntryProps) {
  const { t } = useText()
  const brand = useBrand(brandId)
  const timezone = brand?.timezone ?? null
  switch (entry.kind) {
    case 'mention':
      return (
        <li className={classes.entry}>
          <p className={classes.entryHead}>
            <button
              type="button"
              className={classes.link}
              dir="auto"
              onClick={() => onSelect(entry.mention.id)}
            >
              {authorName(entry.mention)}
            </button>
            {entry.mention.rating && <Stars stars={starsOf(entry.mention.rating)} />}
            <RelativeTime at={entry.mention.at} timezone={timezone} />
          </p>
          <p className={classes.entryWords} dir="auto">
            {entry.mention.text}
          </p>
        </li>
      )
    case 'our-voice':
      return (
        <OurEntry
          who={t('inbox.weSaid', { brand: brand?.name ?? '' })}
          at={entry.mention.at}
          timezone={timezone}
          words={entry.mention.text}
        />
      )
    case 'reply':
      return (
        <OurEntry
          who={t('inbox.weAnswered', { state: t(`answer.state.${entry.state}`) })}
          at={entry.at}
          timezone={timezone}
          words={entry.body}
        >
          <AfterSent reply={entry} />
        </OurEntry>
      )
    case 'promise':
      return <PromiseEntry entry={entry} timezone={timezone} />
  }
}

interface PromiseEntryProps {
  readonly entry: Extract<ConversationEntry, { kind: 'promise' }>
  readonly timezone: string | null
}

function PromiseEntry({ entry, timezone }: PromiseEntryProps) {
  const { t } = useText()
  const formats = useFormats(timezone)
  return (
    <li className={classes.ourEntry}>
      <p className={classes.entryHead}>
        {t('people.step.promise-open')}, {t(`answer.promise.${entry.state}`, { day: formats.day(entry.due) })}
      </p>
      <p className={classes.entryWords} dir="auto">
        {entry.text}
      </p>
      {entry.state === 'open' && <PromiseActs promise={entry} />}
    </li>
  )
}

interface OurEntryProps {
  readonly who: string
  readonly at: string
  readonly timezone: string | null
  readonly words: string
  readonly children?: ReactNode
}

function OurEntry({ who, at, timezone, words, children }: OurEntryProps) {
  return (
    <li className={classes.ourEntry}>
      <p className={classes.entryHead}>
        {who} <RelativeTime at={at} timezone={timezone} />
      </p>
      <p className={classes.entryWords} dir="auto">
        {words}
      </p>
      {children}
    </li>
  )
}

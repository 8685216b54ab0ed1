import { Button, Textarea, useComputedColorScheme } from '@mantine/core'
import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { WayToAnswer } from '../../src-main/contract/accounts.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { focusPane } from '../kit/focus-pane.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { Keys } from '../kit/key-names.tsx'
import { rememberUnsaved } from '../kit/remembered.ts'
import { useCommand } from '../kit/shortcuts.tsx'
import { brandVariables } from '../kit/theme.ts'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { AnswerWaits, waitingReply } from './answer-waits.tsx'
import { ChannelChoice, LengthLeft, useWays, type Ways } from './channel-choice.tsx'
import { noPromise, PromiseRow, promiseOf, type PromiseDraft } from './promise-row.tsx'
import { queueAnswer } from './queue-answer.ts'
import { SecondLook } from './second-look.tsx'
import { useDraft, type Draft } from './use-draft.ts'
import { usePause } from './use-pause.ts'

interface ComposerProps {
  readonly whole: MentionWhole
  readonly brand: Brand
}

/** Where the answer is written, under what they said. Its colours and its name are the brand's that answers. */
export function Composer({ whole, brand }: ComposerProps) {
  const { t } = useText()
  const scheme = useComputedColorScheme('light')
  const waiting = waitingReply(whole)
  return (
    <section
      className={classes.composer}
      style={brandVariables(brand.colour, scheme)}
      aria-label={t('answer.composer', { brand: brand.name })}
    >
      <div className={classes.composerColumn}>
        {waiting ? <AnswerWaits reply={waiting} brand={brand} /> : <Writing whole={whole} brand={brand} />}
      </div>
    </section>
  )
}

const usePromise = rememberUnsaved<PromiseDraft | null>()

function Writing({ whole, brand }: ComposerProps) {
  const draft = useDraft(whole)
  const [focus, setFocus] = useState<'here' | 'elsewhere'>('elsewhere')
  const unsaved = usePromise(whole.id, () => null)
  const [promise, setPromise] = [unsaved.value, unsaved.remember]
  const written = draft.text.trim() !== ''
  const { remarks } = useLook(whole.id, draft.text)
  const ways = useWays(whole.id, draft.text)
  const promised = promise && promiseOf(promise, brand.timezone)
  const unfinished = promise !== null && promised === null
  const blocked =
    !written || !ways.fits || remarks.some(({ code, blocks }) => blocks && code !== 'too-long') || unfinished
  const queueing = useQueueing(whole, () => {
    draft.reset()
    unsaved.forget(null)
    focusPane('reading')
  })
  const queue = () => void queueing.queue(draft.text, promised ? [promised] : [], ways.chosen)
  // Where only the promise is unfinished, the key leads to what it lacks.
  const toPromise = () => focusPane('promise')
  useCommand('queue', !blocked ? queue : unfinished && written ? toPromise : null)
  const [promising, setPromising] = useState<'asked-now' | 'before'>('before')
  const begin = () => {
    setPromising('asked-now')
    setPromise(promise ?? noPromise)
  }
  useCommand('promise', begin)
  const open = written || focus === 'here' || promise !== null
  return (
    <>
      {open && <WritingHead whole={whole} brand={brand} draft={draft} />}
      <Field
        mentionId={whole.id}
        brand={brand}
        draft={draft}
        size={open ? 'open' : 'line'}
        onFocus={setFocus}
      />
      {draft.failure && <ErrorNote failure={draft.failure} again={draft.save} />}
      <SecondLook remarks={remarks} />
      {promise && <PromiseRow draft={promise} onChange={setPromise} begun={promising} />}
      {open && (
        <WritingFoot
          place={whole.sourceTitle}
          ways={ways}
          onQueue={queue}
          onPromise={promise ? null : begin}
          state={queueing.state === 'sending' ? 'sending' : blocked ? 'blocked' : 'ready'}
        />
      )}
    </>
  )
}

const LOOK_AFTER_MS = 250

/** The second look at what is written, once the typing pauses. */
function useLook(mentionId: MentionId, text: string) {
  const paused = usePause(text, LOOK_AFTER_MS)
  const written = text.trim() !== '' && paused.trim() !== ''
  const look = valueOf(useCall('replies.look', written ? { mentionId, body: paused } : null, 'keep'))
  return { remarks: written ? (look?.remarks ?? []) : [] }
}

/** Queues once, however often it is asked while it runs. */
function useQueueing(whole: MentionWhole, onQueued: () => void) {
  const { t } = useText()
  const [state, setState] = useState<'ready' | 'sending'>('ready')
  const queue = async (
    body: string,
    promises: readonly { readonly text: string; readonly due: string }[],
    way: WayToAnswer | null,
  ) => {
    if (state === 'sending') return
    setState('sending')
    const queued = await queueAnswer(t, { whole, body, promises, way })
    setState('ready')
    if (queued) onQueued()
  }
  return { state, queue }
}

interface FieldProps {
  readonly mentionId: MentionId
  readonly brand: Brand
  readonly draft: Draft
  readonly size: 'open' | 'line'
  readonly onFocus: (where: 'here' | 'elsewhere') => void
}

function Field({ mentionId, brand, draft, size, onFocus }: FieldProps) {
  const { t } = useText()
  return (
    <Textarea
      data-focus="composer"
      data-mention={mentionId}
      aria-label={t('answer.write', { brand: brand.name })}
      placeholder={t('answer.placeholder', { brand: brand.name })}
      autosize
      minRows={size === 'open' ? 3 : 1}
      maxRows={12}
      dir="auto"
      maxLength={100_000}
      classNames={{ input: classes.field ?? '' }}
      value={draft.text}
      onChange={(event) => draft.type(event.currentTarget.value)}
      onFocus={() => onFocus('here')}
      onBlur={() => {
        onFocus('elsewhere')
        draft.save()
      }}
      onKeyDown={(event) => event.key === 'Escape' && focusPane('reading')}
    />
  )
}

function WritingHead({ whole, brand, draft }: ComposerProps & { readonly draft: Draft }) {
  const { t } = useText()
  const to = whole.person?.name ?? whole.author.name
  return (
    <div className={classes.composerHead}>
      <strong>
        <BrandName name={brand.name} colour={brand.colour} />
      </strong>
      <span className={classes.to} dir="auto">
        {t('answer.to', { name: to })}
      </span>
      <span className={classes.saved} role="status">
        {draft.state === 'saved' && t('answer.saved')}
      </span>
    </div>
  )
}

interface WritingFootProps {
  readonly place: string
  readonly ways: Ways
  readonly onQueue: () => void
  readonly onPromise: (() => void) | null
  readonly state: 'ready' | 'blocked' | 'sending'
}

function WritingFoot({ place, ways, onQueue, onPromise, state }: WritingFootProps) {
  const { t } = useText()
  return (
    <div className={classes.composerFoot}>
      <Button
        loading={state === 'sending'}
        disabled={state === 'blocked'}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onQueue}
        rightSection={<Keys keys="mod+Enter" />}
      >
        {t('answer.queue')}
      </Button>
      <ChannelChoice ways={ways} place={place} />
      <span className={classes.footEnd}>
        <LengthLeft way={ways.chosen} />
        {onPromise && (
          <Button
            variant="subtle"
            color="gray"
            fw={400}
            size="compact-sm"
            onMouseDown={(event) => event.preventDefault()}
            onClick={onPromise}
          >
            {t('answer.addPromise')}
          </Button>
        )}
      </span>
    </div>
  )
}

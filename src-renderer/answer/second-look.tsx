import { Button } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useRef, useState, type KeyboardEvent } from 'react'
import { MentionId } from '../../src-main/contract/ids.ts'
import type { Remark } from '../../src-main/contract/replies.ts'
import { call } from '../engine/call.ts'
import { useFormats, type Formats } from '../kit/formats.ts'
import { CommandKeys } from '../kit/key-names.tsx'
import { useNavigation } from '../kit/places.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { showFailure } from '../kit/toast.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { focusWords, putInstead, showWords } from './draft-words.ts'
import type { Answering } from './use-answering.ts'

/** The sentence of a remark in the user's language. */
export function remarkWords(t: TFunction, formats: Formats, { code, facts = {} }: Remark): string {
  const language = (value: unknown) => (typeof value === 'string' ? formats.languageName(value) : '')
  if (code === 'wrong-language') {
    return t('answer.remark.wrong-language', {
      theirs: language(facts['theirs']),
      ours: language(facts['ours']),
    })
  }
  if (code !== 'promise-broken-before') return t(`answer.remark.${code}`, facts)
  // Noon keeps the day the same in every time zone near the brand's.
  return t('answer.remark.promise-broken-before', { ...facts, day: formats.day(`${facts['day']}T12:00:00Z`) })
}

/** The words a remark is about: what it is let be for. */
function phraseOf({ facts = {} }: Remark): string {
  return String(facts['phrase'] ?? facts['promise'] ?? facts['question'] ?? '')
}

const keyOf = (remark: Remark) => `${remark.code} ${phraseOf(remark)}`

/** What the program noticed in a draft. It advises; only a place's own limit keeps an answer back. */
export function SecondLook({ answering }: { readonly answering: Answering }) {
  const { t } = useText()
  const [letBe, setLetBe] = useState<readonly string[]>([])
  const list = useRef<HTMLUListElement>(null)
  const remarks = (answering.look?.remarks ?? []).filter((remark) => !letBe.includes(keyOf(remark)))
  const first = () =>
    (
      list.current?.querySelector<HTMLElement>('button[data-fix]') ??
      list.current?.querySelector<HTMLElement>('button')
    )?.focus()
  useCommand('secondLook', remarks.length > 0 ? first : null)
  const leave = (remark: Remark) => {
    setLetBe([...letBe, keyOf(remark)])
    focusWords(answering.whole.id)
    const phrase = phraseOf(remark)
    call('look.dismiss', { mentionId: answering.whole.id, code: remark.code, phrase }).catch(showFailure)
  }
  return (
    <div role="status" aria-label={t('answer.secondLook')}>
      {remarks.length > 0 && (
        <div className={classes.look}>
          <span className={classes.lookTitle}>
            {t('answer.secondLook')} <CommandKeys id="secondLook" />
          </span>
          <ul ref={list} onKeyDown={(event) => moveWithin(event, answering.whole.id)}>
            {remarks.map((remark) => (
              <RemarkRow
                key={keyOf(remark)}
                remark={remark}
                answering={answering}
                onLeave={() => leave(remark)}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** Up and down go from remark to remark, Escape goes back to the words. */
function moveWithin(event: KeyboardEvent<HTMLUListElement>, mentionId: MentionId): void {
  if (event.key === 'Escape') {
    event.preventDefault()
    focusWords(mentionId)
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const rows = [...event.currentTarget.children]
  const here = rows.findIndex((row) => row.contains(document.activeElement))
  rows[here + step]?.querySelector<HTMLElement>('button')?.focus()
}

interface RemarkRowProps {
  readonly remark: Remark
  readonly answering: Answering
  readonly onLeave: () => void
}

function RemarkRow({ remark, answering, onLeave }: RemarkRowProps) {
  const { t } = useText()
  const formats = useFormats(answering.brand.timezone)
  return (
    <li data-blocks={remark.blocks || undefined} data-code={remark.code}>
      <span dir="auto">{remarkWords(t, formats, remark)}</span>{' '}
      {remark.code !== 'empty' && (
        <span className={classes.lookWhy}>{t(`secondLook.why.${remark.code}`)}</span>
      )}
      <span className={classes.lookActs}>
        <Fix remark={remark} answering={answering} />
        {!remark.blocks && (
          <Button size="compact-xs" variant="subtle" color="gray" fw={400} onClick={onLeave}>
            {t('secondLook.letBe')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** The way to put right what a remark is about, where there is one. */
function Fix({ remark, answering }: Omit<RemarkRowProps, 'onLeave'>) {
  const { t } = useText()
  const { go } = useNavigation()
  const { whole, promising } = answering
  const { fix, at, facts } = remark
  const says = (label: string, run: () => void) => (
    <Button size="compact-xs" variant="light" data-fix onClick={run}>
      {label}
    </Button>
  )
  if (fix && (remark.code === 'no-name' || remark.code === 'unsigned')) {
    return says(t(`secondLook.lookFix.${remark.code}`), () => putInstead(whole.id, fix))
  }
  if (remark.code === 'promise-no-date') {
    return says(t('secondLook.lookFix.date'), () =>
      promising.begin({ text: String(facts?.['promise'] ?? ''), day: '' }),
    )
  }
  if (remark.code === 'too-alike') {
    const earlier = MentionId.safeParse(facts?.['mentionId'])
    if (!earlier.success) return null
    return says(t('secondLook.lookFix.see'), () =>
      go({ kind: 'inbox', view: 'everything', mentionId: earlier.data }),
    )
  }
  if (!at || at.end <= at.start) return null
  return says(t('secondLook.lookFix.show'), () => showWords(whole.id, at))
}

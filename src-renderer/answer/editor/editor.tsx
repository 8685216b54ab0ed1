import type { TFunction } from 'i18next'
import { useId, useMemo, useRef } from 'react'
import type { Remark } from '../../../src-main/contract/replies.ts'
import { gapsIn } from '../../../src-main/contract/gaps.ts'
import { focusPane } from '../../kit/focus-pane.ts'
import { useCommand } from '../../kit/shortcuts.tsx'
import { useText } from '../../kit/use-text.ts'
import type { Answering } from '../use-answering.ts'
import { ChoiceList } from './choice-list.tsx'
import classes from './editor.module.css'
import { segmentsOf, type Mark } from './marks.ts'
import { remarkMarks } from './remark-marks.ts'
import { useChoices } from './use-choices.ts'
import { useEmoji } from './use-emoji.ts'
import { useFixing } from './use-fixing.ts'
import { useSpelling } from './use-spelling.ts'

const NO_REMARKS: readonly Remark[] = []

interface EditorProps {
  readonly answering: Answering
  readonly size: 'open' | 'line'
}

/** The words of the answer, with what is misspelt underlined and what is still to be filled marked. */
export function Editor({ answering, size }: EditorProps) {
  const { t } = useText()
  const { whole, brand, draft } = answering
  const field = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const listId = useId()
  const open = useChoices(mirror)
  const spelling = useSpelling(whole.id, draft.text)
  const fix = useFixing(answering, spelling, field, open)
  const lookForEmoji = useEmoji(field, open)
  useCommand('fixWord', spelling.wrong.length > 0 ? fix : null)
  return (
    <div className={classes.editor} data-size={size}>
      <Mirror
        ref={mirror}
        text={draft.text}
        wrong={spelling.wrong}
        remarks={answering.look?.remarks ?? NO_REMARKS}
      />
      <textarea
        ref={field}
        data-focus="composer"
        data-mention={whole.id}
        aria-label={t('answer.write', { brand: brand.name })}
        aria-controls={open.choices ? listId : undefined}
        aria-activedescendant={open.choices ? `${listId}-${open.active}` : undefined}
        placeholder={invitation(t, answering)}
        dir="auto"
        maxLength={100_000}
        className={classes.field}
        spellCheck={false}
        value={draft.text}
        onChange={(event) => {
          draft.type(event.currentTarget.value)
          open.close()
          lookForEmoji(event.currentTarget)
        }}
        onScroll={(event) => {
          if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop
        }}
        onBlur={() => {
          open.close()
          draft.save()
        }}
        onKeyDown={(event) => {
          if (open.press(event)) return
          if (event.key === 'Escape') focusPane('reading')
        }}
      />
      {open.choices && (
        <ChoiceList id={listId} choices={open.choices} active={open.active} place={open.place} />
      )}
    </div>
  )
}

/** Before the first word: to whom one writes, and how they are addressed. */
function invitation(t: TFunction, { whole, brand }: Answering): string {
  const name = whole.person?.firstName || whole.person?.guessedFirstName || ''
  const address = whole.person?.address ?? brand.address
  if (name === '') return t('answer.placeholder', { brand: brand.name })
  if (address === null) return t('writing.toName', { name, brand: brand.name })
  return t('writing.toNameAs', { name, brand: brand.name, form: t(`people.form.${address}`) })
}

interface MirrorProps {
  readonly ref: React.RefObject<HTMLDivElement | null>
  readonly text: string
  readonly wrong: readonly { readonly start: number; readonly end: number }[]
  readonly remarks: readonly Remark[]
}

function Mirror({ ref, text, wrong, remarks }: MirrorProps) {
  const segments = useMemo(() => {
    const gaps = gapsIn(text).map((gap): Mark => ({ ...gap, kind: 'gap' }))
    const misspelt = wrong.map((word): Mark => ({ ...word, kind: 'wrong' }))
    return segmentsOf(text, [...gaps, ...misspelt, ...remarkMarks(text, remarks)])
  }, [text, wrong, remarks])
  return (
    <div ref={ref} className={classes.mirror} aria-hidden dir="auto">
      {segments.map(({ text: words, kind }, index) =>
        kind === 'plain' ? (
          words
        ) : (
          <mark key={index} className={classes.mark} data-kind={kind}>
            {words}
          </mark>
        ),
      )}
      {/* An empty last line is a line in a field, and none in a block. */}
      {'\u200b'}
    </div>
  )
}

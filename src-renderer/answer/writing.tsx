import { useToggle } from '@mantine/hooks'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { focusPane } from '../kit/focus-pane.ts'
import { useCommand } from '../kit/shortcuts.tsx'
import classes from './answer.module.css'
import { ChannelChoice } from './channel-choice.tsx'
import { Counter } from './counter.tsx'
import { fieldOf, chooseGap } from './editor/field.ts'
import { Editor } from './editor/editor.tsx'
import { FactsMenu } from './facts-menu.tsx'
import { ListeningHead } from './listening-head.tsx'
import { MoreMenu } from './more-menu.tsx'
import { Preview } from './preview.tsx'
import { AddPromise, PromiseConfirm, usePromiseCommand } from './promise-confirm.tsx'
import { QueueButton } from './queue-button.tsx'
import { ReadingNote } from './reading-note.tsx'
import { SecondLook } from './second-look.tsx'
import { useFocusWithin } from './use-focus-within.ts'
import { useAnswering, type Answering } from './use-answering.ts'
import { WritingHead } from './writing-head.tsx'

/**
 * The parts of the composer in their order: who answers whom, the words, what is wrong with them, what they promise,
 * and how they leave. Each part is a file, is given the answering, and fills its own place only.
 */
export function Writing({ whole, brand }: { readonly whole: MentionWhole; readonly brand: Brand }) {
  const answering = useAnswering(whole, brand)
  const { draft, promising } = answering
  const [preview, togglePreview] = useToggle(['hidden', 'shown'] as const)
  const within = useFocusWithin()
  const begin = usePromiseCommand(answering)
  useCommand('queue', wayOut(answering))
  const open = draft.text.trim() !== '' || within.focus === 'here' || promising.draft !== null
  return (
    <div className={classes.writing} onFocus={within.onFocus} onBlur={within.onBlur}>
      {open && <WritingHead answering={answering} />}
      {open && <ListeningHead answering={answering} />}
      {open && <ReadingNote answering={answering} />}
      <Editor answering={answering} size={open ? 'open' : 'line'} />
      {open && (
        <div className={classes.tools}>
          <FactsMenu answering={answering} />
          <AddPromise answering={answering} onBegin={begin.now} />
          <MoreMenu answering={answering} preview={preview} onPreview={() => togglePreview()} />
          <span className={classes.footEnd}>
            <Counter answering={answering} />
          </span>
        </div>
      )}
      {draft.failure && <ErrorNote failure={draft.failure} again={draft.save} />}
      {preview === 'shown' && <Preview answering={answering} />}
      <SecondLook answering={answering} />
      <PromiseConfirm answering={answering} begun={begin.begun} />
      {open && (
        <div className={classes.composerFoot}>
          <QueueButton answering={answering} />
          <ChannelChoice answering={answering} />
        </div>
      )}
    </div>
  )
}

/** What the key of the queue does: it sends, or leads to the one thing that is missing; null where words are missing. */
function wayOut({ state, queue, whole }: Answering): (() => void) | null {
  switch (state) {
    case 'ready':
      return () => queue()
    case 'unfinished':
      return () => focusPane('promise')
    case 'gaps':
      return () => {
        const field = fieldOf(whole.id)
        if (field) chooseGap(field)
      }
    case 'blocked':
    case 'read':
    case 'sending':
      return null
  }
}

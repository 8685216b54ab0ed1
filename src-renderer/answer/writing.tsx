import { useState } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { ErrorNote } from '../kit/error-note.tsx'
import { focusPane } from '../kit/focus-pane.ts'
import { useCommand } from '../kit/shortcuts.tsx'
import classes from './answer.module.css'
import { ChannelChoice } from './channel-choice.tsx'
import { Counter } from './counter.tsx'
import { Editor } from './editor.tsx'
import { AddPromise, PromiseConfirm, usePromiseCommand } from './promise-confirm.tsx'
import { QueueButton } from './queue-button.tsx'
import { SecondLook } from './second-look.tsx'
import { useAnswering } from './use-answering.ts'
import { WritingHead } from './writing-head.tsx'

/**
 * The parts of the composer in their order: who answers whom, the words, what is wrong with them, what they promise,
 * and how they leave. Each part is a file, is given the answering, and fills its own place only.
 */
export function Writing({ whole, brand }: { readonly whole: MentionWhole; readonly brand: Brand }) {
  const answering = useAnswering(whole, brand)
  const { draft, state, queue, promising } = answering
  const [focus, setFocus] = useState<'here' | 'elsewhere'>('elsewhere')
  const begin = usePromiseCommand(answering)
  // Where only the promise is unfinished, the key leads to what it lacks.
  useCommand(
    'queue',
    state === 'ready' ? () => queue() : state === 'unfinished' ? () => focusPane('promise') : null,
  )
  const open = draft.text.trim() !== '' || focus === 'here' || promising.draft !== null
  return (
    <>
      {open && <WritingHead answering={answering} />}
      <Editor answering={answering} size={open ? 'open' : 'line'} onFocus={setFocus} />
      {draft.failure && <ErrorNote failure={draft.failure} again={draft.save} />}
      <SecondLook answering={answering} />
      <PromiseConfirm answering={answering} begun={begin.begun} />
      {open && (
        <div className={classes.composerFoot}>
          <QueueButton answering={answering} />
          <ChannelChoice answering={answering} />
          <span className={classes.footEnd}>
            <Counter answering={answering} />
            <AddPromise answering={answering} onBegin={begin.now} />
          </span>
        </div>
      )}
    </>
  )
}

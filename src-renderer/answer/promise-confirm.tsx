import { Button } from '@mantine/core'
import type { PromiseFound } from '../../src-main/contract/promises.ts'
import { focusPane } from '../kit/focus-pane.ts'
import { useFormats } from '../kit/formats.ts'
import { Keys } from '../kit/key-names.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './answer.module.css'
import { noPromise, PromiseRow } from './promise-row.tsx'
import type { Answering } from './use-answering.ts'

/**
 * The key that writes down what this answer promises: first what the draft says itself, with the day it names; then,
 * or where it names none, a line to write it on.
 */
export function usePromiseCommand({ promising, state, queue }: Answering) {
  const [next] = promising.found.filter((found) => !promising.isNoted(found))
  const now = () => {
    if (next?.when === 'to-come') promising.note(next)
    else if (promising.draft === null) promising.begin(next ? { text: next.text, day: '' } : noPromise)
    else focusPane('promise')
  }
  useCommand('promise', now)
  const ready = promising.found.some(({ when }) => when === 'to-come')
  useCommand('queueNoting', state === 'ready' && ready ? () => queue('noting') : null)
  return { begun: promising.begun, now }
}

interface PromiseConfirmProps {
  readonly answering: Answering
  readonly begun: 'asked-now' | 'before'
}

/** What the answer promises, with its day: what was found in it, and what the user writes down. */
export function PromiseConfirm({ answering, begun }: PromiseConfirmProps) {
  const { promising } = answering
  const dated = promising.found.filter(({ when }) => when === 'to-come')
  return (
    <>
      {dated.map((found) => (
        <FoundPromise key={found.text} found={found} answering={answering} />
      ))}
      {promising.draft && <PromiseRow draft={promising.draft} onChange={promising.change} begun={begun} />}
    </>
  )
}

function FoundPromise({ found, answering }: { readonly found: PromiseFound; readonly answering: Answering }) {
  const { t } = useText()
  const { promising, brand } = answering
  const formats = useFormats(brand.timezone)
  const day = formats.soon(found.due ?? '')
  const noted = promising.isNoted(found)
  return (
    <div className={classes.foundPromise} role="group" aria-label={t('secondLook.foundPromise')}>
      <span className={classes.lookTitle}>{t('secondLook.foundPromise')}</span>
      <span className={classes.foundWords} dir="auto">
        {found.text}
      </span>
      <Button
        size="compact-xs"
        variant={noted ? 'subtle' : 'light'}
        aria-pressed={noted}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => promising.note(found)}
        {...(noted ? { color: 'gray' } : { rightSection: <Keys keys="mod+shift+p" /> })}
      >
        {noted ? `✓ ${t('secondLook.noted', { day })}` : t('secondLook.noteIt', { day })}
      </Button>
    </div>
  )
}

interface AddPromiseProps {
  readonly answering: Answering
  readonly onBegin: () => void
}

export function AddPromise({ answering: { promising }, onBegin }: AddPromiseProps) {
  const { t } = useText()
  if (promising.draft || promising.found.some((found) => !promising.isNoted(found))) return null
  return (
    <Button
      variant="subtle"
      color="gray"
      fw={400}
      size="compact-sm"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onBegin}
    >
      {t('answer.addPromise')}
    </Button>
  )
}

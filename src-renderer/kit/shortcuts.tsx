import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { typeAhead } from './focus-pane.ts'
import { isCommandId, type CommandId } from './commands.ts'
import { currentCommands } from './keymap.ts'
import { holdKey, mustWait } from './held-keys.ts'
import { matchStroke, strokeOf, worksWhileTyping } from './keys.ts'

/** Which commands can run now: a screen offers its own while it is shown, the newest offer first. */
type Offers = ReadonlyMap<CommandId, readonly (() => void)[]>
let offers: Offers = new Map()
const listeners = new Set<() => void>()

function setOffers(id: CommandId, runs: readonly (() => void)[]): void {
  const next = new Map(offers)
  if (runs.length === 0) next.delete(id)
  else next.set(id, runs)
  offers = next
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Offers a command while the component is on the screen; `null` offers nothing for now. */
export function useCommand(id: CommandId, run: (() => void) | null): void {
  const runLatest = useEffectEvent(() => run?.())
  const offered = run !== null
  useEffect(() => {
    if (!offered) return
    const mine = () => runLatest()
    setOffers(id, [mine, ...(offers.get(id) ?? [])])
    return () =>
      setOffers(
        id,
        (offers.get(id) ?? []).filter((other) => other !== mine),
      )
  }, [id, offered])
}

const NO_OFFERS: Offers = new Map()

/** The commands that can run now; while they are not wanted there are none, and nothing is drawn again for them. */
export function useOffers(wanted: 'wanted' | 'not-wanted' = 'wanted'): ReadonlySet<CommandId> {
  const current = useSyncExternalStore(subscribe, () => (wanted === 'wanted' ? offers : NO_OFFERS))
  return new Set(current.keys())
}

export function runCommand(id: CommandId): boolean {
  const run = offers.get(id)?.[0]
  run?.()
  return run !== undefined
}

const CHOICE = 'input[type="radio"], input[type="checkbox"]'
const TYPING = `input:not(${CHOICE}), textarea, select, [contenteditable="true"]`
const OWN_KEYS = '[role="dialog"], [role="menu"], [role="tree"], [role="separator"]'
/** A button or a link keeps its own Enter and Space. */
const PRESSABLE =
  'button, a[href], summary, [role="button"], [role="tab"], [role="checkbox"], [role="switch"]'

/** Whether the place where the key went down wants it for itself. */
function isTaken(target: EventTarget | null, stroke: string): boolean {
  if (!(target instanceof Element)) return false
  if (worksWhileTyping(stroke)) return false
  if (target.closest(TYPING) !== null || target.closest(OWN_KEYS) !== null) return true
  // Text to be read scrolls with the arrows.
  if (stroke.startsWith('Arrow') && target.closest('[data-keeps-arrows]') !== null) return true
  // Nothing is typed into a choice: it keeps what changes it.
  if (target.matches(CHOICE)) return /^(Arrow|Space|Enter)/.test(stroke)
  return (stroke === 'Enter' || stroke === 'Space') && target.closest(PRESSABLE) !== null
}

/** Escape in a field that has no use for it goes back to the pane around it, where the other keys work again. */
function leaveField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.matches(TYPING) || target.closest(OWN_KEYS)) return false
  if (document.activeElement !== target) return false
  const pane = paneAround(target)
  if (pane) pane.focus({ preventScroll: true })
  else target.blur()
  return true
}

/** The pane it stands in, or beside: a composer belongs to the text above it. */
function paneAround(target: HTMLElement): HTMLElement | null {
  let around: HTMLElement | null = target
  while (around && !around.matches('[data-pane]') && !around.querySelector('[data-pane]'))
    around = around.parentElement
  return around?.matches('[data-pane]') ? around : (around?.querySelector<HTMLElement>('[data-pane]') ?? null)
}

function holdAway(event: KeyboardEvent): void {
  event.preventDefault()
  holdKey(event)
}

/** Whether a stroke would do something to the list that is on its way, or to what is in it. */
function isAboutList(first: string | null, stroke: string): boolean {
  const match = matchStroke(currentCommands(), first, stroke)
  const found = currentCommands().find(({ id }) => match.kind === 'command' && id === match.id)
  // What is searched for is written beside the list, whatever is in it.
  if (found?.id === 'search') return false
  return found?.group === 'inbox' || found?.group === 'answer'
}

/** How long a first stroke waits for its second. */
const SECOND_STROKE_MS = 1200

/** Listens to the keyboard for the whole window; used once, by the app. */
export function useKeyboard(): void {
  useEffect(() => {
    let first: string | null = null
    let firstAt = 0
    // Before anybody hears it: the first Escape closes the list of a field, and by then it is gone.
    let hadList = false
    const lookForList = ({ target }: KeyboardEvent) => {
      hadList =
        target instanceof Element && target.closest('[data-expanded], [aria-expanded="true"]') !== null
    }
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const stroke = strokeOf(event, window.shell.platform)
      if (stroke === null) return
      if (stroke === 'Escape' && (hadList || leaveField(event.target))) return
      if (mustWait(event, 'anything')) {
        holdAway(event)
        return
      }
      if (isTaken(event.target, stroke)) return
      if (event.key.length === 1 && !stroke.startsWith('mod+') && typeAhead(event.key)) {
        event.preventDefault()
        return
      }
      const waited = first !== null && event.timeStamp - firstAt < SECOND_STROKE_MS ? first : null
      const offered = currentCommands().filter((command) => offers.has(command.id))
      const match = matchStroke(offered, waited, stroke)
      if (mustWait(event, 'what-comes') && isAboutList(waited, stroke)) {
        holdAway(event)
        return
      }
      first = match.kind === 'waits' ? match.first : null
      firstAt = event.timeStamp
      if (match.kind !== 'command' || !isCommandId(match.id)) return
      event.preventDefault()
      runCommand(match.id)
    }
    const stopMenu = window.shell.onCommand((id) => {
      if (isCommandId(id)) runCommand(id)
    })
    document.addEventListener('keydown', lookForList, { capture: true })
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', lookForList, { capture: true })
      document.removeEventListener('keydown', press)
      stopMenu()
    }
  }, [])
}

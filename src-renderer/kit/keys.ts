/**
 * Keys as text: `j`, `shift+z`, `mod+Enter`, and two in a row: `g i`. `mod` is Ctrl, or Cmd on a Mac.
 * Punctuation is matched by the character it writes, whatever it takes to type it: `/` is Shift+7 on a
 * Spanish keyboard, which Mantine's own matcher takes for another key.
 */
export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'])

/** The stroke that was pressed, as text; null for a modifier alone. */
export function strokeOf(event: Pressed, platform: string): string | null {
  if (MODIFIERS.has(event.key)) return null
  const mac = platform === 'darwin'
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (other) return null
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  const shiftCounts = event.shiftKey && (isLetter || key.length > 1)
  const writesByAlt = event.altKey && key.length === 1 && !isLetter
  const parts = [mod ? 'mod' : '', event.altKey && !writesByAlt ? 'alt' : '', shiftCounts ? 'shift' : '', key]
  return parts.filter((part) => part !== '').join('+')
}

/** What a text field does itself: there Ctrl+Z takes back what was typed, not what was done. */
const EDITING = new Set(['a', 'c', 'v', 'x', 'y', 'z', 'shift+z', 'shift+v'].map((key) => `mod+${key}`))

/** Whether a stroke may act while somebody is typing. */
export function worksWhileTyping(stroke: string): boolean {
  return (stroke.startsWith('mod+') && !EDITING.has(stroke)) || /^(shift\+)?F\d+$/.test(stroke)
}

export type Match =
  | { readonly kind: 'command'; readonly id: string }
  /** The first stroke of some command in two strokes. */
  | { readonly kind: 'waits'; readonly first: string }
  | { readonly kind: 'none' }

/** What the strokes so far mean, given each command's keys. */
export function matchStroke(
  commands: readonly { readonly id: string; readonly keys: readonly string[] }[],
  first: string | null,
  stroke: string,
): Match {
  const whole = first === null ? stroke : `${first} ${stroke}`
  const found = commands.find((command) => command.keys.includes(whole))
  if (found) return { kind: 'command', id: found.id }
  const begins = commands.some((command) => command.keys.some((keys) => keys.startsWith(`${stroke} `)))
  if (begins) return { kind: 'waits', first: stroke }
  if (first !== null) return matchStroke(commands, null, stroke)
  return { kind: 'none' }
}

import { Tooltip } from '@mantine/core'
import type { ReactElement } from 'react'
import type { CommandId } from './commands.ts'
import { useKeysOf } from './keymap.ts'
import type { TextKey } from './i18n.ts'
import classes from './kit.module.css'
import { useText } from './use-text.ts'

const NAMED = [
  'mod',
  'shift',
  'alt',
  'Enter',
  'Escape',
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Space',
] as const
const MAC_NAMES: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' }

/** What a stroke is called on this keyboard: `mod+Enter` → Ctrl+Intro. */
export function useKeyName(): (stroke: string) => string {
  const { t } = useText()
  const nameOf = (part: string) => {
    const onMac = window.shell.platform === 'darwin' ? MAC_NAMES[part] : undefined
    if (onMac !== undefined) return onMac
    const named = NAMED.find((name) => name === part)
    return named ? t(`kit.key.${named}`) : part.length === 1 ? part.toUpperCase() : part
  }
  return (stroke) => stroke.split('+').map(nameOf).join('+')
}

/** Keys as drawn on the keyboard: `g i` is two of them. */
export function Keys({ keys }: { readonly keys: string }) {
  const keyName = useKeyName()
  return (
    <span className={classes.keys}>
      {keys.split(' ').map((stroke) => (
        <kbd key={stroke} className={classes.key}>
          {keyName(stroke)}
        </kbd>
      ))}
    </span>
  )
}

/** The first of a command's keys, as the user has them; nothing where it has none. */
export function CommandKeys({ id }: { readonly id: CommandId }) {
  const [keys] = useKeysOf(id)
  return keys !== undefined && <Keys keys={keys} />
}

export function commandWords(id: CommandId): TextKey {
  return `kit.command.${id}`
}

/** Names the command and its key over the button that runs it. */
export function CommandTip({ id, children }: { readonly id: CommandId; readonly children: ReactElement }) {
  const { t } = useText()
  const [keys] = useKeysOf(id)
  return (
    <Tooltip
      label={
        <span className={classes.tip}>
          {t(commandWords(id))}
          {keys !== undefined && <Keys keys={keys} />}
        </span>
      }
    >
      {children}
    </Tooltip>
  )
}

import { useSyncExternalStore } from 'react'
import { type Command, type CommandGroup, type CommandId, commandList, isCommandId } from './commands.ts'

/** The user's own keys by command; what is not in it keeps its usual ones. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>

/** Every command with the keys it has here. */
export function withOwnKeys(own: OwnKeys): readonly Command[] {
  return commandList.map((command) => ({ ...command, keys: own[command.id] ?? command.keys }))
}

let current: readonly Command[] = commandList
let byId = indexOf(current)
const listeners = new Set<() => void>()

/** Tells the window which keys the user has chosen. */
export function setOwnKeys(own: OwnKeys): void {
  current = withOwnKeys(own)
  byId = indexOf(current)
  for (const tell of listeners) tell()
}

function indexOf(commands: readonly Command[]): ReadonlyMap<CommandId, Command> {
  return new Map(commands.map((command) => [command.id, command]))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Every command with its keys now. */
export function currentCommands(): readonly Command[] {
  return current
}

export function useCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, currentCommands)
}

/** The keys of one command now. */
export function useKeysOf(id: CommandId): readonly string[] {
  useCommands()
  return byId.get(id)?.keys ?? []
}

/** These work everywhere, beside those of the screen that is shown. */
const EVERYWHERE: readonly CommandGroup[] = ['go', 'program']
/** A mention is read and answered on one screen. */
const TOGETHER: readonly CommandGroup[] = ['inbox', 'answer']

function workTogether(one: CommandGroup, other: CommandGroup): boolean {
  if (one === other || EVERYWHERE.includes(one) || EVERYWHERE.includes(other)) return true
  return TOGETHER.includes(one) && TOGETHER.includes(other)
}

/** The command that already answers to these keys where `id` would: `g` is taken while something begins with it. */
export function takenBy(commands: readonly Command[], id: CommandId, keys: string): CommandId | null {
  const mine = commands.find((command) => command.id === id)
  const clashes = (other: string) =>
    other === keys || other.startsWith(`${keys} `) || keys.startsWith(`${other} `)
  const found = commands.find(
    (command) =>
      command.id !== id &&
      mine !== undefined &&
      workTogether(mine.group, command.group) &&
      command.keys.some(clashes),
  )
  return found?.id ?? null
}

/** The user's keys with one command's changed; back to its usual ones is no choice of the user's. */
export function withKeys(own: OwnKeys, id: CommandId, keys: readonly string[] | 'usual'): OwnKeys {
  const others = Object.fromEntries(
    Object.entries(own).filter(([other]) => other !== id && isCommandId(other)),
  )
  return keys === 'usual' ? others : { ...others, [id]: keys }
}

import { shell } from 'electron'
import { openable } from './openable.ts'

/** Opens an address in the user's own browser or mail program. False when it is none that may be opened. */
export async function openOutside(text: string): Promise<boolean> {
  const url = openable(text)
  if (url === null) return false
  await shell.openExternal(url)
  return true
}

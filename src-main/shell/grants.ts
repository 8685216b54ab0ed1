import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { type BrowserWindow, dialog } from 'electron'
import type { GrantedFile } from '../contract/shell.ts'

/** Hands a path that the user chose to the engine under a name that works once. */
export type GiveGrant = (token: string, path: string) => void

export async function askSavePath(
  window: BrowserWindow,
  suggestedName: string,
  give: GiveGrant,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName })
  return canceled || filePath === '' ? null : grant(filePath, give)
}

/** For a file that was dropped or chosen in the page; the preload knows its path, the page never does. */
export async function grantFile(path: string, give: GiveGrant): Promise<GrantedFile> {
  if (path === '') return { kind: 'none' }
  const found = await stat(path).catch(() => null)
  if (found === null) return { kind: 'none' }
  if (found.isDirectory()) return { kind: 'folder' }
  return { kind: 'file', grant: grant(path, give) }
}

function grant(path: string, give: GiveGrant): string {
  const token = `grant:${randomUUID()}`
  give(token, path)
  return token
}

import { randomUUID } from 'node:crypto'
import { type BrowserWindow, dialog } from 'electron'

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

export async function askOpenPaths(
  window: BrowserWindow,
  extensions: readonly string[],
  give: GiveGrant,
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: extensions.length > 0 ? [{ name: extensions.join(', '), extensions: [...extensions] }] : [],
  })
  return canceled ? [] : filePaths.map((path) => grant(path, give))
}

function grant(path: string, give: GiveGrant): string {
  const token = `grant:${randomUUID()}`
  give(token, path)
  return token
}

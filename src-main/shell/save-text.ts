import { writeFile } from 'node:fs/promises'
import { type BrowserWindow, dialog } from 'electron'
import type { Failure } from '../contract/failure.ts'
import type { SavedText } from '../contract/shell.ts'

/** Asks where, and writes a text there. */
export async function saveText(window: BrowserWindow, name: string, text: string): Promise<SavedText> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
  if (canceled || filePath === '') return { kind: 'cancelled' }
  try {
    await writeFile(filePath, text)
    return { kind: 'saved', path: filePath }
  } catch (error) {
    return { kind: 'failed', failure: failureOfWriting(error) }
  }
}

const KINDS: Readonly<Record<string, Failure['kind']>> = {
  ENOSPC: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
}

function failureOfWriting(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return {
    kind: KINDS[code] ?? 'bug',
    message: error instanceof Error ? error.message : String(error),
    hint: 'Choose another folder.',
  }
}

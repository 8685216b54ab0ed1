import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'

export interface DroppedFiles {
  /** Lets them go over the window. */
  readonly letGo: () => Promise<void>
}

/** Holds real files of this computer over the window, as a hand with a mouse does. */
export async function holdOver(page: Page, files: readonly string[]): Promise<DroppedFiles> {
  const session = await page.context().newCDPSession(page)
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', {
      type,
      x: 600,
      y: 400,
      data: { items: [], files: [...files], dragOperationsMask: 1 },
    })
  await drag('dragEnter')
  await drag('dragOver')
  return {
    letGo: async () => {
      await drag('drop')
    },
  }
}

export function writeIn(folder: string, name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** Does what opens the dialog for files, and answers it with these. */
export async function chooseFiles(
  page: Page,
  open: () => Promise<unknown>,
  ...files: readonly string[]
): Promise<void> {
  const opened = page.waitForEvent('filechooser')
  // Whoever listens is told to the page before its next question, so once that is answered no dialog is missed.
  await page.evaluate(() => null)
  await open()
  await (await opened).setFiles([...files])
}

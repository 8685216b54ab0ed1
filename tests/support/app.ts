import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { onTestFinished } from 'vitest'

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))

export interface AppOptions {
  /** A data folder to open again; otherwise a new one that is gone after the test. */
  readonly folder?: string
  readonly language?: 'es' | 'en'
  readonly sample?: boolean
  /** What is waited for: the engine's first answers, or the frame that is drawn before them. */
  readonly until?: 'answered' | 'drawn'
}

export interface TestApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** What the program would have opened in the user's browser, in order; nothing is opened in a test. */
  readonly opened: () => Promise<readonly string[]>
  /** The next save dialog answers this path. */
  readonly willSaveTo: (path: string) => Promise<void>
  readonly clipboard: () => Promise<string>
  readonly close: () => Promise<void>
  /** Ends the program without asking it, as a crash does. */
  readonly kill: () => Promise<void>
}

/** Opens the real program on a data folder of the test's own. */
export async function launchApp(options: AppOptions = {}): Promise<TestApp> {
  const folder = options.folder ?? temporaryDataFolder()
  const app = await _electron.launch({
    args: [
      REPOSITORY,
      '--data',
      folder,
      `--lang=${options.language ?? 'es'}`,
      ...(options.sample === true ? ['--sample'] : []),
    ],
    timeout: 60_000,
  })
  let running = true
  const close = async () => {
    if (!running) return
    running = false
    await app.close()
  }
  onTestFinished(close)
  const page = await app.firstWindow()
  onTestFinished(async ({ task }) => {
    if (running && task.result?.state === 'fail') await keepPicture(page, task.name)
  })
  await page.waitForSelector(options.until === 'drawn' ? 'nav' : '[data-ready]')
  await keepInside(app)
  return {
    app,
    page,
    folder,
    opened: () => app.evaluate(() => globalThis.ventanillaOpened),
    willSaveTo: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path),
    clipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    close,
    kill: async () => {
      running = false
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    },
  }
}

/** What the window looked like when a test failed, where the reader of its output finds it. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const path = join(tmpdir(), `ventanilla-failed-${name.replaceAll(/\P{L}+/gu, '-').slice(0, 60)}.png`)
  const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
  await page.screenshot({ path })
  process.stderr.write(`${path}\nwith the focus on ${focus ?? 'nothing'}\n`)
}

declare global {
  var ventanillaOpened: string[]
}

/** A test opens nothing outside: what would have been opened is kept instead. */
async function keepInside(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    globalThis.ventanillaOpened = []
    shell.openExternal = (url) => {
      globalThis.ventanillaOpened.push(url)
      return Promise.resolve()
    }
  })
}

export function temporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-e2e-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

import { BrowserWindow, clipboard, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'
import type { EngineSupervisor } from './engine-supervisor.ts'
import { askSavePath, grantFile } from './grants.ts'
import type { LastLook } from './last-look.ts'
import { openOutside } from './links.ts'
import { showNotice } from './notifications.ts'
import { saveText } from './save-text.ts'

/** Answers what the preload may ask of the shell, from the program's own top frame and from nowhere else. */
export function answerWindows(engine: EngineSupervisor, look: LastLook): void {
  const give = (token: string, path: string) => engine.tell({ kind: 'grant', token, path })

  ipcMain.on('window-ready', (event) => {
    if (isOwnFrame(event)) engine.connect(event.sender)
  })
  answer('last-look', () => look.read())
  answer('keep-look', (_window, kept) => look.keep(text(kept)))
  answer('ask-save-path', (window, name) => askSavePath(window, fileName(name), give))
  answer('grant-file', (_window, path) => grantFile(text(path), give))
  answer('save-text', (window, asked) => {
    const [name, written] = texts(asked)
    return saveText(window, fileName(name), text(written))
  })
  answer('open-link', (_window, url) => openOutside(text(url)))
  answer('copy-text', (_window, copied) => clipboard.writeText(text(copied)))
  answer('notify', (window, asked) => {
    const [title, body, opens] = texts(asked)
    showNotice(window, { title: text(title), body: text(body), opens: text(opens) })
  })
  answer('restart-engine', () => engine.restart())
}

function answer(channel: string, reply: (window: BrowserWindow, value: unknown) => unknown): void {
  ipcMain.handle(channel, (event, value: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window === null || !isOwnFrame(event)) throw new Error(`${channel} was asked by a foreign frame.`)
    return reply(window, value)
  })
}

function isOwnFrame({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.url.startsWith(`${APP_ORIGIN}/`)
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error('A text was expected.')
  return value
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) throw new Error('A list of texts was expected.')
  return value.map(text)
}

/** A suggested name is a name: it leads nowhere. */
function fileName(value: unknown): string {
  return text(value)
    .replace(/[/\\:*?"<>|\u0000-\u001f]/g, '-')
    .slice(0, 200)
}

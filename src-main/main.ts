import { join, resolve } from 'node:path'
import { app, type BrowserWindow, Menu } from 'electron'
import { log } from './log.ts'
import { declareAppScheme, serveApp } from './shell/app-protocol.ts'
import { readArguments } from './shell/arguments.ts'
import { type EngineSupervisor, superviseEngine } from './shell/engine-supervisor.ts'
import { openLastLook } from './shell/last-look.ts'
import { setMenu } from './shell/menu.ts'
import { watchSystem } from './shell/network-word.ts'
import { openSecrets } from './shell/secrets.ts'
import { secureContents, secureSession } from './shell/security.ts'
import { selfCheck } from './shell/self-check.ts'
import { answerWindows } from './shell/window-calls.ts'
import { openWindow } from './shell/window.ts'

/** Start-up order, and nothing else. */
const { data, sample, selfCheck: checks } = readArguments(process.argv.slice(1))

app.setName('Ventanilla')
// Electron would make a menu of its own first.
Menu.setApplicationMenu(null)
// Each data folder is a program of its own: one window, one engine, one place for Chromium's files.
if (data !== null) app.setPath('userData', join(resolve(data), 'window'))
else if (sample) app.setPath('userData', `${app.getPath('userData')} sample`)
const folder = data === null ? join(app.getPath('userData'), 'data') : resolve(data)

if (app.requestSingleInstanceLock()) {
  declareAppScheme()
  secureContents()
  // Not awaited here: Electron is ready only when this module has run to its end.
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  // First, because it takes the longest and the window waits for it.
  const compiled = join(app.getPath('userData'), 'compiled')
  const engineArguments = [compiled, folder, ...(sample ? ['--sample'] : [])]
  const engine = superviseEngine(engineArguments, log, openSecrets(folder))
  secureSession()
  serveApp(join(import.meta.dirname, '../renderer'))
  answerWindows(engine, openLastLook(join(app.getPath('userData'), 'last-look.json')))
  keepWindow()
  watchSystem(engine)
  quitInOrder(engine)
}

/** One window; a second start, or a click on the dock, brings it to the front. */
function keepWindow(): void {
  let window: BrowserWindow = openWindow(checks ? 'hidden' : 'shown')
  setMenu(() => (window.isDestroyed() ? null : window.webContents))
  if (checks) selfCheck(window)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  app.on('activate', () => {
    if (window.isDestroyed()) window = openWindow('shown')
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

/** The engine finishes what it writes before the program ends. */
function quitInOrder(engine: EngineSupervisor): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.close().then(() => {
      closed = true
      app.quit()
    })
  })
}

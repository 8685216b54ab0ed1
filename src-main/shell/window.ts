import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'

/** Paper and charcoal of the theme, so that the first frame does not flash. */
const BACKGROUND = { light: '#faf7f2', dark: '#1d1c1a' } as const

/** Opens the program's window: sandboxed, isolated, without Node, on the program's own files. */
export function openWindow(show: 'shown' | 'hidden'): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 480,
    title: 'Ventanilla',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      additionalArguments: [`--ventanilla-language=${app.getLocale()}`],
    },
  })
  window.once('ready-to-show', () => {
    // Reading it holds up the page, if it is done before.
    if (process.platform !== 'darwin') window.setIcon(join(import.meta.dirname, '../../resources/icon.png'))
    if (show === 'shown') window.show()
  })
  void window.loadURL(`${APP_ORIGIN}/index.html`)
  return window
}

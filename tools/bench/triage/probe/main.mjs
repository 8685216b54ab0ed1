// @ts-check
// The least that can be compared with: one window, one process with the base, fifty rows. No library, no style.
import { join } from 'node:path'
import { app, BrowserWindow, MessageChannelMain, utilityProcess } from 'electron'

const here = import.meta.dirname
app.setPath('userData', process.env['PROBE_USER_DATA'] ?? app.getPath('userData'))
void app.whenReady().then(() => {
  const store = utilityProcess.fork(join(here, 'store.mjs'), [], { serviceName: 'store' })
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true, contextIsolation: true },
  })
  window.webContents.once('did-finish-load', () => {
    const { port1, port2 } = new MessageChannelMain()
    store.postMessage('port', [port1])
    window.webContents.postMessage('port', null, [port2])
  })
  void window.loadFile(join(here, 'index.html'))
})

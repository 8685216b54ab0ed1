import { app, type BrowserWindow } from 'electron'

/** Waits until the window has painted what the engine told it, says so as one JSON line, and ends with 0. */
export function selfCheck(window: BrowserWindow): void {
  window.webContents.on('did-finish-load', () => {
    void window.webContents
      .executeJavaScript(
        `new Promise((done) => {
           const look = () => document.querySelector('[data-ready]') ? done(document.title) : requestAnimationFrame(look)
           look()
         })`,
      )
      .then((title: string) => {
        const versions = {
          electron: process.versions.electron,
          chromium: process.versions.chrome,
          node: process.versions.node,
        }
        process.stdout.write(`${JSON.stringify({ selfCheck: 'ok', title, ...versions })}\n`)
        app.quit()
      })
  })
}

import { type BrowserWindow, Notification } from 'electron'
import type { Notice } from '../contract/shell.ts'

const LONGEST = 300

/** Shows a notice of the system without a sound; a click brings the window to the front and tells it what to show. */
export function showNotice(window: BrowserWindow, { title, body, opens }: Notice): void {
  if (!Notification.isSupported()) return
  const notice = new Notification({
    title: title.slice(0, LONGEST),
    body: body.slice(0, LONGEST),
    silent: true,
  })
  notice.once('click', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
    window.webContents.send('notice-opened', opens)
  })
  notice.show()
}

import { app, session, type WebContents } from 'electron'
import { APP_ORIGIN } from './app-protocol.ts'
import { openable } from './openable.ts'

/** Before any window: no permission is ever given, no spell-check dictionary fetched, nothing asked of the network or saved. */
export function secureSession(): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setSpellCheckerEnabled(false)
  // Alt+click on a link saves what it leads to; what the program saves is written by the engine.
  own.on('will-download', (event) => event.preventDefault())
  own.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isOwn(details.url) }))
}

function isOwn(url: string): boolean {
  return (
    url.startsWith(`${APP_ORIGIN}/`) ||
    url.startsWith('data:') ||
    url.startsWith('devtools:') ||
    url.startsWith('blob:')
  )
}

/** A page never goes anywhere and never opens anything; a link in a mention is shown to the user instead. */
export function secureContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault()
      tellLink(contents, event.url)
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      tellLink(contents, url)
      return { action: 'deny' }
    })
  })
}

function tellLink(contents: WebContents, url: string): void {
  const link = openable(url)
  if (link !== null) contents.send('link-followed', link)
}

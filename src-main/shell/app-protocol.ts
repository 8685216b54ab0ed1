import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { protocol } from 'electron'

export const APP_ORIGIN = 'app://ventanilla'

/**
 * Nothing but the program's own files. Styles may stand inline because Mantine writes its theme as a style
 * element; images may be data because the engine fetches what the user asked to see.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Must run before the app is ready. What Chromium compiled of the window's code is kept from one start to the next. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the window's files by a list fixed at start: a path that is not on it does not exist. */
export function serveApp(folder: string): void {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, path]),
  )
  protocol.handle('app', ({ url }) => {
    const { origin, host, pathname } = new URL(url)
    const path =
      origin === APP_ORIGIN || host === 'ventanilla'
        ? files.get(pathname === '/' ? '/index.html' : pathname)
        : undefined
    if (path === undefined) return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(readFileSync(path)), {
      headers: {
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      },
    })
  })
}

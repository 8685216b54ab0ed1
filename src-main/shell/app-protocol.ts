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

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
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
  // What replaces it answers with a `Response`, for which Node loads its whole HTTP client: a twentieth of a second that the
  // window waits for its first file.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- says the comment above; it is in every Electron there is
  protocol.registerBufferProtocol('app', ({ url }, answer) => {
    const path = pathOf(url, files)
    if (path === undefined) {
      answer({ statusCode: 404, mimeType: 'text/plain', data: Buffer.from('Not found') })
      return
    }
    answer({
      data: readFileSync(path),
      mimeType: TYPES[extname(path)] ?? 'application/octet-stream',
      charset: 'utf-8',
      headers: HEADERS,
    })
  })
}

function pathOf(url: string, files: ReadonlyMap<string, string>): string | undefined {
  const { origin, host, pathname } = new URL(url)
  if (origin !== APP_ORIGIN && host !== 'ventanilla') return undefined
  return files.get(pathname === '/' ? '/index.html' : pathname)
}

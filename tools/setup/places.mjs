// @ts-check
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const checkout = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** What one computer fetches or compiles once for all its checkouts. May be deleted at any time. */
export const cache = join(userCache(), 'ventanilla')

function userCache() {
  const chosen = process.env['XDG_CACHE_HOME']
  if (chosen !== undefined && isAbsolute(chosen)) return chosen
  switch (process.platform) {
    case 'win32':
      return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
    case 'darwin':
      return join(homedir(), 'Library', 'Caches')
    default:
      return join(homedir(), '.cache')
  }
}

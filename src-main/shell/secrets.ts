import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { safeStorage } from 'electron'
import type { SecretAct } from '../contract/wire.ts'
import { writeWhole } from '../write-whole.ts'

/** Accounts' secrets, by the account's uid. */
export interface SecretShelf {
  /** Answers the secret; or, of `put`, whether it is `kept` or lasts for this `session`; null where there is nothing. */
  readonly do: (account: string, what: SecretAct) => Promise<string | null>
}

/**
 * Encrypted with a key of the system's keychain, in a file outside brands, backups and bundles. Without a keychain they
 * last until the program closes: what Electron would then encrypt with is a fixed password that everybody knows.
 */
export function openSecrets(folder: string): SecretShelf {
  const path = join(folder, 'secrets.json')
  const session = new Map<string, string>()
  const put = async (account: string, secret: string) => {
    if (!(await hasKeychain())) {
      session.set(account, secret)
      return 'session'
    }
    const encrypted = await safeStorage.encryptStringAsync(secret)
    write(path, { ...read(path), [account]: encrypted.toString('base64') })
    return 'kept'
  }
  return {
    do: async (account, what) => {
      switch (what.act) {
        case 'put':
          return put(account, what.secret)
        case 'get':
          return session.get(account) ?? (await decrypted(read(path)[account]))
        case 'remove': {
          session.delete(account)
          const { [account]: gone, ...others } = read(path)
          if (gone !== undefined) write(path, others)
          return null
        }
      }
    },
  }
}

async function hasKeychain(): Promise<boolean> {
  // The Electron that only development runs on is older than these.
  if (!('isAsyncEncryptionAvailable' in safeStorage)) return false
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return false
  return safeStorage.isAsyncEncryptionAvailable()
}

/** A keychain that was changed or locked has nothing for us: the account is connected again. */
async function decrypted(kept: string | undefined): Promise<string | null> {
  if (kept === undefined || !(await hasKeychain())) return null
  try {
    return (await safeStorage.decryptStringAsync(Buffer.from(kept, 'base64'))).result
  } catch {
    return null
  }
}

type Kept = Readonly<Record<string, string>>

function read(path: string): Kept {
  if (!existsSync(path)) return {}
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}

/** For this user's eyes. */
function write(path: string, kept: Kept): void {
  writeWhole(path, JSON.stringify(kept), 0o600)
}

import type { Secrets } from './context.ts'

/** Secrets that last as long as this object: the terminal's, and a system's that has no keychain. */
export function sessionSecrets(): Secrets {
  const secrets = new Map<string, string>()
  return {
    put: (account, secret) => {
      secrets.set(account, secret)
      return Promise.resolve('session')
    },
    get: (account) => Promise.resolve(secrets.get(account) ?? null),
    remove: (account) => {
      secrets.delete(account)
      return Promise.resolve()
    },
  }
}

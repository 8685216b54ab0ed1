import { CallFailed } from '../../contract/failure.ts'
import type { NotConnected, Settings } from './channels/channel.ts'

/** Why an account could not be connected, with what the user can do about it. */
export function cannotConnect({ kind, says }: NotConnected, settings: Settings): CallFailed {
  const facts = { says, host: hostOf(settings) }
  switch (kind) {
    case 'refused':
      return new CallFailed({
        kind: 'needs-login',
        message: `The place does not take it: ${says}`,
        hint: 'Look whether the name and the secret are right and still hold.',
        facts,
      })
    case 'not-that-place':
      return new CallFailed({
        kind: 'conflict',
        message: `That is not what it should be: ${says}`,
        hint: 'Look at the address again.',
        facts,
      })
    case 'unreachable':
      return new CallFailed({
        kind: 'unreachable',
        message: `It could not be asked: ${says}`,
        hint: 'Try again when it can be reached. Nothing was kept.',
        facts,
      })
  }
}

export function hostOf(settings: Settings): string {
  const server = settings['server'] ?? ''
  return URL.canParse(server) ? new URL(server).host : server
}

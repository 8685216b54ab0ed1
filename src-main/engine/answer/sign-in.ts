import { createHash, randomBytes } from 'node:crypto'
import { CallFailed } from '../../contract/failure.ts'
import { cannotConnect, hostOf } from './cannot-connect.ts'
import type { Net, Settings, SignIn } from './channels/channel.ts'
import type { CameBack, WayBack, WayBackWords } from './way-back.ts'

const PATIENCE_MS = 10 * 60_000
const WORDS: WayBackWords = { done: '✓ Ventanilla', refused: '✗ Ventanilla' }

/** A sign-in in the user's browser that has begun: where to go, and the secret that comes of it. */
export interface BegunSignIn {
  readonly url: string
  /** Rejects when the user says no, does not come back, or the call is cancelled. */
  readonly secret: (signal: AbortSignal) => Promise<string>
  readonly close: () => void
}

interface SignInOptions {
  readonly words?: WayBackWords
  readonly patienceMs?: number
}

/**
 * OAuth's code flow for a program on the user's own machine (RFC 8252): a listener on the loopback address for the way
 * back, a `state` that nobody else knows, and PKCE, so that a code that is overheard is worth nothing (RFC 7636).
 */
export async function beginSignIn(
  signIn: SignIn,
  net: Net,
  settings: Settings,
  { words = WORDS, patienceMs = PATIENCE_MS }: SignInOptions = {},
): Promise<BegunSignIn> {
  const state = randomBytes(32).toString('base64url')
  const verifier = randomBytes(48).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  // A listener is a server: nothing that every start should load.
  const { openWayBack } = await import('./way-back.ts')
  const back = await openWayBack(state, words, patienceMs)
  const way = { redirect: back.address, state, challenge }
  const client = await signIn.register(net, settings, way.redirect)
  if (client.kind !== 'known') {
    back.close()
    throw cannotConnect(client, settings)
  }
  return {
    url: signIn.page(settings, client, way),
    close: back.close,
    secret: async (signal) => {
      const code = codeOf(await cameOrCancelled(back, signal), settings)
      const redeemed = await signIn.redeem(net, settings, client, { ...way, code, verifier })
      if (redeemed.kind !== 'secret') throw cannotConnect(redeemed, settings)
      return redeemed.secret
    },
  }
}

/** What came back; whoever cancels is not waited for, and nobody can come back to it any more. */
function cameOrCancelled({ came, close }: WayBack, signal: AbortSignal): Promise<CameBack> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      close()
      reject(new CallFailed({ kind: 'cancelled', message: 'It was stopped.', hint: 'Begin again.' }))
    }
    if (signal.aborted) cancel()
    signal.addEventListener('abort', cancel, { once: true })
    void came.then((brought) => {
      signal.removeEventListener('abort', cancel)
      resolve(brought)
    })
  })
}

function codeOf(came: CameBack, settings: Settings): string {
  switch (came.kind) {
    case 'code':
      return came.code
    case 'refused':
      throw cannotConnect({ kind: 'refused', says: came.says }, settings)
    case 'nobody':
      throw new CallFailed({
        kind: 'timeout',
        message: 'Nobody came back from the browser.',
        hint: 'Begin again, or paste the secret instead.',
        facts: { says: '', host: hostOf(settings) },
      })
  }
}

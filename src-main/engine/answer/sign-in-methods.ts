import { CallFailed } from '../../contract/failure.ts'
import type { accounts } from '../../contract/accounts.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { EngineContext } from '../context.ts'
import { newUid } from '../store/uid.ts'
import { channelNamed, connectAccount, settingsFrom } from './connect-account.ts'
import { beginSignIn } from './sign-in.ts'

type SignInMethods = Pick<typeof accounts, 'accounts.signIn' | 'accounts.signedIn'>

export const signInMethods: HandlersFor<SignInMethods, EngineContext> = {
  'accounts.signIn': async ({ stores, outbox }, { brandId, channel: name, settings: given, words }) => {
    stores.brand(brandId)
    const channel = channelNamed(name)
    if (channel.signIn === undefined) throw NOT_THIS_WAY
    const settings = settingsFrom(channel, given)
    const net = outbox.network.to(channel.origins(settings))
    const begun = await beginSignIn(channel.signIn, net, settings, words && { words })
    const signInId = newUid()
    outbox.signIns.set(signInId, { begun, brandId, channel: name, settings })
    return { signInId, url: begun.url }
  },

  'accounts.signedIn': async (context, { signInId }, { signal }) => {
    const { signIns } = context.outbox
    const waiting = signIns.get(signInId)
    if (!waiting) throw NOT_BEGUN
    signIns.delete(signInId)
    const { begun, ...account } = waiting
    return connectAccount(context, { ...account, secret: await begun.secret(signal) })
  },
}

const NOT_THIS_WAY = new CallFailed({
  kind: 'invalid-input',
  message: 'That place has no sign-in in the browser.',
  hint: 'Paste its secret: accounts.connect.',
})

const NOT_BEGUN = new CallFailed({
  kind: 'not-found',
  message: 'There is no such sign-in, or it has ended.',
  hint: 'accounts.signIn begins one.',
})

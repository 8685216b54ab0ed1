import { CallFailed } from '../../contract/failure.ts'
import type { accounts } from '../../contract/accounts.ts'
import type { BrandId } from '../../contract/ids.ts'
import type { OutputOf } from '../../contract/method.ts'
import { change, type EngineContext } from '../context.ts'
import { accountId } from '../store/ids.ts'
import { newUid } from '../store/uid.ts'
import { beginAct, endAct } from '../triage/journal.ts'
import { keepAccount, mayDoOf } from './accounts-store.ts'
import { cannotConnect } from './cannot-connect.ts'
import type { Channel, Connected, Settings } from './channels/channel.ts'
import { findChannel } from './channels/index.ts'
import { addOwnHandle } from './own-handle.ts'

export interface ToConnect {
  readonly brandId: BrandId
  readonly channel: string
  readonly settings: Settings
  readonly secret: string
}

/** Asks the place who this is, then keeps the account in the brand's file and its secret where secrets are kept. */
export async function connectAccount(
  context: EngineContext,
  { brandId, channel: name, settings: given, secret }: ToConnect,
): Promise<OutputOf<(typeof accounts)['accounts.connect']>> {
  const file = context.stores.brand(brandId)
  const channel = channelNamed(name)
  const settings = settingsFrom(channel, given)
  const connected = await tested(context, channel, settings, secret)
  const at = context.host.clock.now()
  const row = change(context, file, ['accounts', 'brands', 'mentions', 'replies'], () => {
    const act = beginAct(file, {
      kind: 'account',
      detail: connected.profile.name,
      who: 'user',
      at,
      undoable: false,
    })
    const kept = keepAccount(file, { uid: newUid(), channel: name, settings, ...connected, at })
    addOwnHandle(file, connected.profile.handle)
    endAct(file.db, act, 1)
    return kept
  })
  context.outbox.forget(row.uid)
  const lasts = await context.secrets.put(row.uid, secret)
  context.outbox.wake()
  return {
    accountId: accountId(brandId, row.id),
    mayDo: mayDoOf(row),
    name: connected.profile.name,
    secret: lasts,
  }
}

export function channelNamed(name: string): Channel {
  const channel = findChannel(name)
  if (channel) return channel
  throw new CallFailed({
    kind: 'invalid-input',
    message: `There is no channel ${name} that needs an account.`,
    hint: 'channels.list says which there are.',
  })
}

export function settingsFrom(channel: Channel, given: Settings): Settings {
  const parsed = channel.settings.safeParse(given)
  if (parsed.success) {
    const texts: Record<string, string> = {}
    for (const [name, value] of Object.entries(parsed.data))
      if (typeof value === 'string') texts[name] = value
    return texts
  }
  const [issue] = parsed.error.issues
  const field = String(issue?.path[0] ?? '')
  throw new CallFailed({
    kind: 'invalid-input',
    message: `${channel.name} needs ${field}: ${issue?.message ?? 'it does not fit'}.`,
    hint: 'channels.list says what has to be known.',
    facts: { field },
  })
}

/** Asks the place; throws when it cannot be an account of it. */
export async function tested(
  { outbox }: EngineContext,
  channel: Channel,
  settings: Settings,
  secret: string,
): Promise<Extract<Connected, { kind: 'connected' }>> {
  const connected = await channel.connect(outbox.network.to(channel.origins(settings)), settings, secret)
  if (connected.kind === 'connected') return connected
  throw cannotConnect({ ...connected, says: connected.says.split(secret).join('…') }, settings)
}

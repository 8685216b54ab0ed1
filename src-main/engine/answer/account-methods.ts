import { CallFailed } from '../../contract/failure.ts'
import type { Account, accounts } from '../../contract/accounts.ts'
import type { AccountId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import { brandsOf, change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { accountId, placeOf } from '../store/ids.ts'
import { toInstant, toInstantOrNull } from '../store/time.ts'
import { beginAct, endAct } from '../triage/journal.ts'
import {
  type AccountRow,
  countOnTheWay,
  findAccount,
  keepAccount,
  listAccounts,
  mayDoOf,
  profileOf,
  removeAccount,
  setAccountProblem,
  settingsOf,
} from './accounts-store.ts'
import { answerable, placeOfMention } from './answerable.ts'
import { CHANNELS } from './channels/index.ts'
import { hostOf } from './cannot-connect.ts'
import { channelNamed, connectAccount, tested } from './connect-account.ts'
import { fieldsOf } from './channel-fields.ts'
import { giveBack } from './give-back.ts'
import { journal } from './queue.ts'
import { listWaitingFor } from './replies-store.ts'
import { signInMethods } from './sign-in-methods.ts'
import { waysToAnswer } from './ways.ts'

export const accountMethods: HandlersFor<typeof accounts, EngineContext> = {
  'channels.list': () => ({
    items: CHANNELS.map((channel) => ({
      name: channel.name,
      fields: fieldsOf(channel.settings),
      secret: channel.secret,
      signIn: channel.signIn !== undefined,
    })),
  }),

  'channels.for': ({ stores }, { mentionId, body = '' }) => {
    const { brand, row } = placeOf(mentionId)
    const file = stores.brand(brand)
    answerable(file, mentionId)
    const ways = waysToAnswer(file, placeOfMention(file, row))
    return {
      items: ways.map(({ channel, account, limits }) => ({
        channel,
        accountId: account && accountId(brand, account.row.id),
        name: account?.name ?? '',
        limits: limits.map(({ unit, most, count }) => ({ unit, most, length: count(body) })),
      })),
    }
  },

  'accounts.connect': connectAccount,

  ...signInMethods,

  'accounts.list': async (context, { brandId }) => {
    const files = brandsOf(context, brandId)
    const lists = files.map((file) =>
      Promise.all(listAccounts(file).map((row) => toAccount(context, file, row))),
    )
    return { items: (await Promise.all(lists)).flat() }
  },

  'accounts.test': async (context, { accountId: id }) => {
    const { file, row } = accountOf(context, id)
    const secret = await context.secrets.get(row.uid)
    if (secret === null) throw noSecret(row)
    const settings = settingsOf(row)
    const connected = await tested(context, channelNamed(row.channel), settings, secret)
    const at = context.host.clock.now()
    change(context, file, ['accounts', 'replies'], () => {
      keepAccount(file, { uid: row.uid, channel: row.channel, settings, ...connected, at })
      setAccountProblem(file, row.id, null)
    })
    context.outbox.wake()
    return { mayDo: [...connected.mayDo], name: connected.profile.name }
  },

  'accounts.remove': async (context, { accountId: id }) => {
    const { file, row } = accountOf(context, id)
    const at = context.host.clock.now()
    const waiting = listWaitingFor(file, row.id)
    change(context, file, ['accounts', 'replies', 'mentions'], () => {
      const act = beginAct(file, {
        kind: 'account',
        detail: profileOf(row).name,
        who: 'user',
        at,
        undoable: false,
      })
      for (const reply of waiting) giveBack(file, reply, 'no-account', at)
      removeAccount(file, row.id, at)
      endAct(file.db, act, 1 + waiting.length)
    })
    for (const reply of waiting) journal(file, reply, 'returned', at)
    await context.secrets.remove(row.uid)
    context.outbox.forget(row.uid)
    return { returned: waiting.length }
  },
}

function accountOf({ stores }: EngineContext, id: AccountId): { file: BrandFile; row: AccountRow } {
  const { brand, row } = placeOf(id)
  const file = stores.brand(brand)
  const account = findAccount(file, row)
  if (account && account.removed_at === null) return { file, row: account }
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no account ${id}.`,
    hint: 'accounts.list says which there are.',
  })
}

function noSecret(row: AccountRow): CallFailed {
  return new CallFailed({
    kind: 'needs-login',
    message: `Nothing is kept of ${profileOf(row).name} to sign in with.`,
    hint: 'Connect it again.',
    facts: { says: '', host: hostOf(settingsOf(row)) },
  })
}

async function toAccount(
  { secrets, host }: EngineContext,
  file: BrandFile,
  row: AccountRow,
): Promise<Account> {
  const { name, url } = profileOf(row)
  const hasSecret = (await secrets.get(row.uid)) !== null
  return {
    accountId: accountId(file.brandId, row.id),
    brandId: file.brandId,
    channel: row.channel,
    name,
    url,
    settings: { ...settingsOf(row) },
    mayDo: mayDoOf(row),
    state: stateOf(row, hasSecret ? 'secret' : 'none', host.clock.now()),
    notBefore: toInstantOrNull(row.not_before),
    connectedAt: toInstant(row.connected_at),
    checkedAt: toInstant(row.checked_at),
    onTheWay: countOnTheWay(file, row.id),
  }
}

function stateOf(row: AccountRow, has: 'secret' | 'none', now: number): Account['state'] {
  if (has === 'none') return 'no-secret'
  if (row.problem === 'sign-in' || row.problem === 'unsafe') return row.problem
  return row.not_before !== null && row.not_before > now ? 'waits' : 'ready'
}

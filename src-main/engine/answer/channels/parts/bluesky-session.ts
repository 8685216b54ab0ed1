import { z } from 'zod'
import type { Account, Later, Net, NetAnswer, Settings } from '../channel.ts'
import { jsonOf, later, readTrouble } from './answers.ts'

const Session = z.object({
  did: z.string(),
  handle: z.string(),
  accessJwt: z.string(),
  refreshJwt: z.string(),
})
type Session = z.output<typeof Session>

/** Signs in with an app password; few of these are allowed a day, so a session is kept as long as it lasts. */
export async function openSession(
  net: Net,
  settings: Settings,
  password: string,
): Promise<Session | { readonly net: NetAnswer }> {
  const answer = await net.request({
    method: 'POST',
    url: `${settings['server'] ?? ''}/xrpc/com.atproto.server.createSession`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: settings['user'], password }),
  })
  return sessionIn(answer) ?? { net: answer }
}

function sessionIn(answer: NetAnswer): Session | null {
  if (answer.kind !== 'answered' || answer.status !== 200) return null
  const session = Session.safeParse(jsonOf(answer))
  return session.success ? session.data : null
}

/** An answer to what was asked, or why it could not even be asked: then surely nothing was done. */
export type Asked = { readonly net: NetAnswer } | { readonly trouble: Later }

/** Asks with the account's session, which is renewed when it has run out. */
export async function askAsUser(
  net: Net,
  account: Account,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<Asked> {
  const kept = account.memory.get('access')
  const access = kept ?? (await signIn(net, account))
  if (typeof access !== 'string') return access
  const answer = await ask(net, account, access, method, path, body)
  if (!hasRunOut(answer)) return { net: answer }
  const renewed = (await refresh(net, account)) ?? (await signIn(net, account))
  if (typeof renewed !== 'string') return renewed
  return { net: await ask(net, account, renewed, method, path, body) }
}

function ask(
  net: Net,
  { settings }: Account,
  access: string,
  method: 'GET' | 'POST',
  path: string,
  body: string | undefined,
): Promise<NetAnswer> {
  return net.request({
    method,
    url: `${settings['server'] ?? ''}/xrpc/${path}`,
    headers: {
      authorization: `Bearer ${access}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  })
}

/** An access token that has run out is answered with 400, not 401. */
function hasRunOut(answer: NetAnswer): boolean {
  if (answer.kind !== 'answered' || (answer.status !== 400 && answer.status !== 401)) return false
  const named = z.object({ error: z.string() }).safeParse(jsonOf(answer))
  return (
    named.success &&
    /^(?:ExpiredToken|InvalidToken|AuthenticationRequired|AuthMissing)$/.test(named.data.error)
  )
}

async function refresh(net: Net, { settings, memory }: Account): Promise<string | null> {
  const token = memory.get('refresh')
  if (token === undefined) return null
  const answer = await net.request({
    method: 'POST',
    url: `${settings['server'] ?? ''}/xrpc/com.atproto.server.refreshSession`,
    headers: { authorization: `Bearer ${token}` },
  })
  const session = sessionIn(answer)
  return session === null ? null : keep(memory, session)
}

async function signIn(
  net: Net,
  { settings, secret, memory }: Account,
): Promise<string | { readonly trouble: Later }> {
  const opened = await openSession(net, settings, secret)
  if ('did' in opened) return keep(memory, opened)
  const trouble = readTrouble(opened.net)
  // A wrong password is answered with 401; whatever else it refuses, it is the account's matter.
  return { trouble: trouble.kind === 'refused' ? later('sign-in', trouble.says, 'account') : trouble }
}

function keep(memory: Map<string, string>, { accessJwt, refreshJwt }: Session): string {
  memory.set('access', accessJwt)
  memory.set('refresh', refreshJwt)
  return accessJwt
}

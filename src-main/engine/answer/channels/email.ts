import { z } from 'zod'
import type {
  Account,
  Channel,
  Connected,
  Mail,
  Net,
  NetAnswer,
  Place,
  SendResult,
  Settings,
} from './channel.ts'
import { later, saidBy, troubleOf } from './parts/answers.ts'
import { connectTrouble } from './parts/connecting.ts'
import { Name } from './parts/server.ts'

/** RFC 5322, 3.6.4: the threading fields; RFC 5321: what the server's codes mean. docs/channels/email.md. */
const Frozen = z.object({
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
  inReplyTo: z.string().optional(),
  references: z.string().optional(),
  date: z.string(),
})
export type FrozenMail = z.output<typeof Frozen>

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/
const MOST_REFERENCES = 20
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

export const email: Channel = {
  name: 'email',
  settings: z.object({
    server: z
      .string()
      .trim()
      .regex(/^[\w.[\]:-]+$/, 'a host, as in smtp.example.com:465')
      .max(200),
    user: Name,
    from: z.string().trim().regex(ADDRESS, 'an address to send from'),
    name: Name.optional(),
  }),
  secret: 'password',
  // No request of the web is ever made for it.
  origins: () => [],
  connect,
  limits: () => [],
  look: (place) => (addressOf(place) === null ? 'cannot' : 'can'),
  // Nobody can be asked whether a mail was answered elsewhere.
  aim: (_net, _account, place) => {
    const to = addressOf(place)
    if (to === null)
      return Promise.resolve({ kind: 'refused', why: 'cannot-answer', says: 'They left no address.' })
    const id = messageId(place.externalId)
    const references = referencesOf(place, id)
    const target = {
      to,
      subject: place.title,
      ...(id !== null && { id }),
      ...(references !== '' && { references }),
    }
    return Promise.resolve({ kind: 'aimed', target, ours: [], theirs: 'as-known' })
  },
  freeze: ({ uid, body, at }, target, { settings }) => {
    const { from = '', name } = settings
    const frozen: FrozenMail = {
      from: name === undefined ? from : `"${name.replace(/["\\\r\n]/g, '')}" <${from}>`,
      to: target['to'] ?? '',
      subject: answerTo(target['subject'] ?? ''),
      text: body,
      messageId: `<${uid}@${from.slice(from.indexOf('@') + 1)}>`,
      ...(target['id'] !== undefined && { inReplyTo: target['id'] }),
      ...(target['references'] !== undefined && { references: target['references'] }),
      date: new Date(at).toUTCString(),
    }
    return JSON.stringify(frozen)
  },
  send: async (net, account, frozen) => {
    const mail = Frozen.parse(JSON.parse(frozen))
    return settled(await net.mail({ ...serverOf(account), message: mail }), mail.messageId)
  },
  // A mail that may have left cannot be looked for: only the user knows.
  afterUnsure: () => 'ask',
  findSent: () => Promise.resolve({ kind: 'cannot-tell' }),
}

/** Whom to write to: the address the person wrote from. */
function addressOf({ author, url }: Place): string | null {
  const fromUrl =
    url?.startsWith('mailto:') === true ? decodeURIComponent(url.slice(7).split('?')[0] ?? '') : null
  return [author.handle, fromUrl].find((one) => one !== null && ADDRESS.test(one)) ?? null
}

/** The thread from its first mail on; of a very long one its beginning and its end (RFC 5322, 3.6.4). */
function referencesOf({ before }: Place, id: string | null): string {
  const all = [...before.map(messageId), id].filter((one) => one !== null)
  return (all.length <= MOST_REFERENCES ? all : [all[0], ...all.slice(1 - MOST_REFERENCES)]).join(' ')
}

function messageId(text: string | null): string | null {
  const id = text?.trim().replace(/^mid:/, '').replace(/^<|>$/g, '') ?? ''
  return /^[^\s<>@]+@[^\s<>@]+$/.test(id) ? `<${id}>` : null
}

/** One `Re:`, however often it went to and fro. */
function answerTo(subject: string): string {
  const bare = subject.replace(/^(?:\s*(?:re|rv|aw|sv)\s*(?:\[\d+\])?\s*:)+\s*/i, '').replace(/[\r\n]+/g, ' ')
  return `Re: ${bare}`.trim()
}

function serverOf({ settings, secret }: Pick<Account, 'settings' | 'secret'>): Omit<Mail, 'message'> {
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(settings['server'] ?? '') ?? []
  const number = Number(port ?? 465)
  const security = number === 465 ? 'tls' : LOOPBACK.test(host) ? 'none' : 'starttls'
  return { host, port: number, security, user: settings['user'] ?? '', password: secret }
}

async function connect(net: Net, settings: Settings, secret: string): Promise<Connected> {
  const answer = await net.mail({ ...serverOf({ settings, secret }), message: null })
  if (answer.kind !== 'answered' || answer.status !== 250) return connectTrouble(answer)
  const from = settings['from'] ?? ''
  return {
    kind: 'connected',
    profile: { name: from, handle: from, url: null, facts: {} },
    mayDo: ['answer'],
  }
}

/** The net answers with what the server's code means on the web, and with the server's own words. */
function settled(answer: NetAnswer, id: string): SendResult {
  if (answer.kind !== 'answered') return troubleOf(answer, 'writing')
  if (answer.status === 250) return { kind: 'sent', externalId: id, url: null }
  if (answer.status === 503) return later('busy', saidBy(answer), 'reply')
  return troubleOf(answer, 'writing')
}

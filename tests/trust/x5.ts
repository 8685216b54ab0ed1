import type { LookupAddress } from 'node:dns'
import { request } from 'undici'
import { createAgents, type LookUp } from '../../src-main/engine/gather/fetch/agents.ts'
import { fetchDocument, LIMITS } from '../../src-main/engine/gather/fetch/fetch-document.ts'
import { type Canary, startCanary } from '../support/misbehaving/canary.ts'
import { families } from '../support/misbehaving/index.ts'
import { PRIVATE_ADDRESSES } from '../support/misbehaving/private-addresses.ts'
import type { Family } from './family.ts'
import { tryOneByOne } from './one-by-one.ts'

const REFUSED = ['private-address', 'bad-address']
const LEAST_FORMS = 80

/** What a name that looks public turns out to mean when it is connected to. */
const NAMES: readonly (readonly string[])[] = [
  ['127.0.0.1'],
  ['127.0.0.2'],
  ['0.0.0.0'],
  ['10.0.0.1'],
  ['169.254.169.254'],
  ['192.168.1.1'],
  ['100.64.0.1'],
  ['198.18.0.1'],
  ['::1'],
  ['::'],
  ['::ffff:127.0.0.1'],
  ['64:ff9b::7f00:1'],
  ['2002:7f00:1::'],
  ['fd00::1'],
  ['fe80::1'],
  // One that is public among them is no excuse: which one is taken is chance.
  ['93.184.216.34', '127.0.0.1'],
  ['2606:4700::1111', '::1'],
]

/** Requests to this computer and its network, by redirects, spellings, and names that turn private. */
export const x5: Family = {
  id: 'X5',
  about: 'requests to private addresses',
  run: async () => {
    const canary = await startCanary()
    try {
      const spellings = await notRefused(
        canary,
        PRIVATE_ADDRESSES.map((address) => withPort(address, canary.port)),
      )
      const names = await namesNotRefused(canary)
      const late = await connectsLate(canary)
      const redirects = await tryOneByOne(families.redirects.filter(({ comes }) => comes.kind === 'refused'))
      const wrong = redirects.tried.filter((one) => one.wrong !== null).map(({ one }) => one.name)
      const hits = [...canary.hits, ...redirects.hits]
      const control = await askedWithConsent(canary)
      return {
        id: 'X5',
        figures: [
          figure(
            'spellings that are not refused',
            `${spellings.length} of ${PRIVATE_ADDRESSES.length}`,
            `0 of >= ${LEAST_FORMS}`,
          ),
          figure('names that turn private and are not refused', `${names.length} of ${NAMES.length}`, '0'),
          figure('redirects that are not refused', `${wrong.length} of ${redirects.tried.length}`, '0'),
          figure('requests sent on a line that turned out private', late, '0'),
          figure('requests at the canaries', String(hits.length), '0'),
          figure('control: requests at the canary with consent', String(control), '1'),
        ],
        breaches: [
          ...(PRIVATE_ADDRESSES.length < LEAST_FORMS ? ['too few forms'] : []),
          ...[...spellings, ...names, ...wrong].map((address) => `not refused: ${address}`),
          ...(late === '0' ? [] : [`a private line was used: ${late}`]),
          ...hits.map((hit) => `asked ${hit}`),
          ...(control === 1 ? [] : ['the canary does not notice who asks']),
        ],
      }
    } finally {
      await canary.close()
    }
  },
}

function figure(what: string, value: string, goal: string) {
  return { what, value, goal }
}

/** The canary's port, where the address names none. */
function withPort(address: string, port: number): string {
  const url = new URL(address)
  if (url.port === '') url.port = String(port)
  return url.href
}

/** Asks each without anybody's consent; gives those that were not refused before anything was sent. */
async function notRefused(canary: Canary, addresses: readonly string[], lookUp?: LookUp): Promise<string[]> {
  const agents = createAgents(1000, lookUp)
  const network = { agents, proxyFor: async () => 'DIRECT', now: Date.now, limits: LIMITS }
  const connectionsBefore = canary.connections()
  const passed: string[] = []
  for (const url of addresses) {
    const what = { url, privateOrigin: null, accepts: 'feed' } as const
    const fetched = await fetchDocument(network, what, new AbortController().signal)
    const isRefused = fetched.kind === 'failed' && REFUSED.includes(fetched.failure.kind)
    if (!isRefused) passed.push(`${url} (${fetched.kind === 'failed' ? fetched.failure.kind : fetched.kind})`)
  }
  await agents.close()
  return canary.connections() === connectionsBefore ? passed : [...passed, 'a line to the canary was opened']
}

/** That nobody asked means something only where asking is noticed. */
async function askedWithConsent(canary: Canary): Promise<number> {
  const before = canary.hits.length
  const agents = createAgents(1000)
  const network = { agents, proxyFor: async () => 'DIRECT', now: Date.now, limits: LIMITS }
  const url = canary.url('control')
  const what = { url, privateOrigin: new URL(url).origin, accepts: 'feed' } as const
  await fetchDocument(network, what, new AbortController().signal)
  await agents.close()
  return canary.hits.length - before
}

async function namesNotRefused(canary: Canary): Promise<string[]> {
  const passed = await Promise.all(
    NAMES.map((addresses) =>
      notRefused(canary, [`http://shop.example:${canary.port}/feed`], answering(addresses)),
    ),
  )
  return passed.flat()
}

/** A name server of our own. */
function answering(addresses: readonly string[]): LookUp {
  const all = addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }))
  return (_hostname, options, callback) => {
    const [first] = all
    if (options.all === true || first === undefined) callback(null, all)
    else callback(null, first.address, first.family)
  }
}

/**
 * A literal address is never looked up, so only the line itself can tell: here the rule about addresses is stepped
 * over, as a fault in it would, and the line must still be closed before a word is said.
 */
async function connectsLate(canary: Canary): Promise<string> {
  const agents = createAgents(1000)
  const before = canary.hits.length
  const asked = await request(canary.url('late'), { dispatcher: agents.direct('public') }).then(
    ({ statusCode }) => `answered with ${statusCode}`,
    () => null,
  )
  await agents.close()
  return asked ?? String(canary.hits.length - before)
}

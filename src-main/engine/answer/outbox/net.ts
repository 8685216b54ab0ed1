import { isWithin } from '../../gather/thread/reach.ts'
import type { Lines } from './net-requests.ts'
import { type NetworkOptions, OFFLINE, patienceOf } from './net-options.ts'
import type { Network } from './outbox.ts'

/** What speaks to the network is loaded with the first word to it: no start waits for its libraries. */
export function createNetwork(options: NetworkOptions): Network {
  const { host } = options
  let lines: Promise<Lines> | null = null
  const open = () => (lines ??= import('./net-requests.ts').then(({ openLines }) => openLines(options)))
  return {
    to: (origins, heard = () => undefined) => ({
      now: host.clock.now,
      request: async (asked) => {
        const answer = await (await open()).ask(origins, asked)
        if (answer.kind === 'answered') heard(answer)
        return answer
      },
      mail: async (mail) => {
        if (!isWithin(options.reach(), `http://${mail.host}`)) return OFFLINE
        const { sendMail } = await import('./mail.ts')
        return sendMail(mail, { now: host.clock.now, patienceMs: patienceOf(host) })
      },
    }),
    close: async () => {
      if (lines !== null) await (await lines).close()
    },
  }
}

import { expect } from 'vitest'
import type { BrandId, MentionId } from '../../src-main/contract/ids.ts'
import type { Host, SendingStep } from '../../src-main/engine/context.ts'
import { sessionSecrets } from '../../src-main/engine/session-secrets.ts'
import type { AnsweringPlace, Said, StartPlace } from './answering-places.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { startTestEngine, type TestEngine } from './test-engine.ts'

export const MINUTE_MS = 60_000

/** A brand with an account at a place, whose program can be killed and started again at another time. */
export interface Answering {
  readonly place: AnsweringPlace
  readonly brandId: BrandId
  readonly engine: () => TestEngine
  readonly moveBy: (ms: number) => void
  readonly queue: (said: Said, body: string) => Promise<void>
  /** Adds what a person said; answers its id here. */
  readonly gather: (said: Said, more?: Said['fields']) => MentionId
  /** Runs the outbox; `dies` names the step at which the program ends without another word. */
  readonly run: (dies?: SendingStep) => Promise<'lived' | 'died'>
  /** Ends the program, if it has not ended, and starts it again later. */
  readonly restart: (afterMs: number) => Promise<void>
  /** Ends the program here while it runs elsewhere, and starts it again later. */
  readonly away: (afterMs: number, elsewhere: (folder: string, now: number) => Promise<void>) => Promise<void>
}

export async function startAnswering(start: StartPlace, at = '2026-03-02T09:00:00Z'): Promise<Answering> {
  const folder = temporaryFolder()
  let now = Date.parse(at)
  let dies: SendingStep | null = null
  // As a system's keychain would: it outlives the program.
  const secrets = sessionSecrets()
  const host: Partial<Host> = {
    secrets,
    patienceMs: 5000,
    onSending: (step) => {
      if (step === dies) throw new Error('killed here')
    },
  }
  const open = () => startTestEngine({ folder, at: new Date(now).toISOString(), host })
  let engine = open()
  const moveBy = (ms: number) => {
    now += ms
    engine.moveClockTo(new Date(now).toISOString())
  }
  const place = await start(() => now)
  const brandId = await engine.addBrand()
  await engine.call('accounts.connect', { brandId, channel: place.channel, ...place.account })
  const mentions = new Map<string, MentionId>()
  const gather: Answering['gather'] = (said, more = {}) => {
    const id = engine.addMention(brandId, said.text, { ...said.fields, ...more })
    mentions.set(said.ref, id)
    return id
  }
  return {
    place,
    brandId,
    engine: () => engine,
    moveBy,
    gather,
    queue: async (said, body) => {
      const mentionId = mentions.get(said.ref) ?? gather(said)
      await engine.call('replies.queue', { mentionId, body, channel: place.channel })
    },
    run: async (step) => {
      dies = step ?? null
      try {
        await engine.call('outbox.run', { brandId })
        return 'lived'
      } catch {
        return 'died'
      } finally {
        dies = null
      }
    },
    restart: async (afterMs) => {
      await engine.close()
      now += afterMs
      engine = open()
    },
    away: async (afterMs, elsewhere) => {
      await engine.close()
      await elsewhere(folder, now)
      now += afterMs
      engine = open()
    },
  }
}

/**
 * Lets time pass until nothing is on its way any more. Where the program asks whether an answer went out, the user looks
 * and says the truth.
 */
export async function untilSettled(answering: Answering, bodies: Map<string, Said>): Promise<void> {
  const { place, engine, run, moveBy } = answering
  for (let round = 0; round < 60; round += 1) {
    await run()
    const { items } = await engine().call('outbox.list', {})
    for (const item of items.filter(({ state, reason }) => state === 'unsure' && /ask$/.test(reason))) {
      const said = bodies.get(item.body)
      const posted = said !== undefined && place.count(said, item.body) > 0
      await engine().call('outbox.confirm', { replyId: item.replyId, posted })
      if (posted || said === undefined) continue
      await answering.queue(said, item.body)
      // Queued anew, it is the last of its conversation.
      bodies.delete(item.body)
      bodies.set(item.body, said)
    }
    const open = (await engine().call('outbox.list', {})).items.filter(({ state }) => state !== 'held')
    if (open.length === 0) return
    moveBy(2 * MINUTE_MS)
  }
  const { items } = await engine().call('outbox.list', {})
  expect(items.map(({ state, reason, says, body }) => ({ state, reason, says, body }))).toEqual([])
}

import { expect, test } from 'vitest'
import { ANSWERING_PLACES } from '../../support/answering-places.ts'
import { type Answering, MINUTE_MS, startAnswering } from '../../support/exactly-once.ts'
import type { WriteFault } from '../../support/place-server.ts'

const TEXT = 'Sí, abrimos los domingos de 9 a 14: te esperamos con café recién hecho.'

const FAULTS: Readonly<Record<string, WriteFault>> = {
  'the line breaks before it is written': { kind: 'drop-before-commit' },
  'the receipt is lost': { kind: 'commit-then-drop' },
  'an error after it was written': { kind: '500-after-commit' },
  'an error before it was written': { kind: '500-before-commit' },
  'written late, without a receipt': { kind: 'commit-late', afterMs: 30_000 },
  'not served now': { kind: '503', retryAfter: 120 },
  'too many': { kind: '429', seconds: 120 },
}

const cases = Object.keys(ANSWERING_PLACES).flatMap((channel) =>
  Object.keys(FAULTS).map((fault) => ({ channel, fault })),
)

test.each(cases)(
  '$channel, $fault: "sent" is said only of what stands there, and until then its words are kept',
  async ({ channel, fault }) => {
    const start = ANSWERING_PLACES[channel]
    const broken = FAULTS[fault]
    if (start === undefined || broken === undefined) throw new Error(`There is no ${channel} or ${fault}.`)
    const answering = await startAnswering(start)
    const { place, queue, moveBy, run } = answering
    const said = place.say('lucia', '¿Abrís los domingos?')
    await queue(said, TEXT)
    place.server.writeFaults.push(broken)
    const seen: string[] = []
    for (let round = 0; round < 8 && seen.at(-1) !== 'sent'; round += 1) {
      moveBy(MINUTE_MS)
      await run()
      const { state, kept } = await toldOf(answering)
      seen.push(state)
      if (state === 'sent') expect(place.count(said, TEXT)).toBe(1)
      else expect(kept).toContain(TEXT)
      if (state === 'unsure') await sayWhatIsThere(answering, place.count(said, TEXT) > 0)
    }
    expect(seen.at(-1)).toBe('sent')
    expect(place.under(said)).toEqual([TEXT])
  },
)

/** What the program says of the one answer, and every text of it that it holds for the user. */
async function toldOf(answering: Answering): Promise<{ state: string; kept: string[] }> {
  const { call } = answering.engine()
  const { items } = await call('mentions.list', { brandId: answering.brandId, limit: 5 })
  const [mention] = items
  if (mention === undefined) throw new Error('The mention is gone.')
  const { conversation, drafts } = await call('mentions.get', { id: mention.id })
  const states = conversation.flatMap((part) => (part.kind === 'reply' ? [part.state] : []))
  const waiting = (await call('outbox.list', {})).items.map(({ body }) => body)
  return { state: states.at(-1) ?? 'draft', kept: [...waiting, ...drafts.map(({ body }) => body)] }
}

/** Nobody but the user can tell: they look there, and say the truth; what is not there they queue again. */
async function sayWhatIsThere(answering: Answering, posted: boolean): Promise<void> {
  const { call } = answering.engine()
  const item = (await call('outbox.list', {})).items.find(({ reason }) => reason === 'ask')
  if (item === undefined) return
  await call('outbox.confirm', { replyId: item.replyId, posted })
  if (!posted) await call('replies.queue', { mentionId: item.mentionId, body: item.body })
}

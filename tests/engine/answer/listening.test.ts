import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'

async function askedAgain() {
  const engine = startTestEngine({ at: '2026-05-01T09:00:00Z' })
  const { call, addBrand, addMention, moveClockTo } = engine
  const brandId = await addBrand()
  const first = addMention(brandId, 'Mi pedido no llega.', {
    author: 'Lucía',
    publishedAt: '2026-05-01T08:00:00Z',
  })
  const { replyId } = await call('replies.queue', {
    mentionId: first,
    body: 'Lucía, lo siento: te llamo el domingo.',
    promises: [{ text: 'Llamar', due: '2026-05-03T22:00:00Z' }],
  })
  await call('outbox.confirm', { replyId, posted: true })
  moveClockTo('2026-05-09T09:00:00Z')
  const second = addMention(brandId, 'Nadie llamó. ¿Dónde está mi pedido? Es la tercera vez que escribo.', {
    author: 'Lucía',
    publishedAt: '2026-05-09T08:00:00Z',
  })
  return { ...engine, brandId, second }
}

test('before one answers one hears what they ask, what it cost them, and what we said and promised', async () => {
  const { call, second } = await askedAgain()
  expect(await call('replies.listen', { mentionId: second })).toMatchObject({
    asks: '¿Dónde está mi pedido?',
    askedBy: 'program',
    effort: { touches: 2, places: 1, days: 8, repeats: 2 },
    answers: 1,
    lastAnswerAt: '2026-05-01T09:00:00.000Z',
    apologies: 1,
    promises: [{ text: 'Llamar', due: '2026-05-03T22:00:00.000Z', state: 'overdue' }],
  })
})

test('what they ask can be put right, and undone', async () => {
  const { call, second } = await askedAgain()
  const { actId } = await call('replies.correctAsk', { mentionId: second, asks: 'Que la llamemos hoy' })
  const asks = async () => {
    const heard = await call('replies.listen', { mentionId: second })
    return [heard.asks, heard.askedBy]
  }
  expect(await asks()).toEqual(['Que la llamemos hoy', 'user'])
  await call('acts.undo', { actId })
  expect(await asks()).toEqual(['¿Dónde está mi pedido?', 'program'])
})

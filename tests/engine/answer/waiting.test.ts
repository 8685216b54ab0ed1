import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'

async function withMention() {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  const mentionId = engine.addMention(brandId, '¿Cuándo llega mi pedido?', { author: 'Lucía' })
  return { ...engine, brandId, mentionId }
}

test('what is pending says for whom we wait, and since when', async () => {
  const { call, brandId, mentionId, moveClockTo } = await withMention()
  await call('waits.say', { ids: [mentionId], what: 'que el almacén diga cuándo' })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    status: 'pending',
    unanswered: false,
  })

  moveClockTo('2026-03-05T09:00:00Z')
  // Who is asked instead changes; since when does not.
  await call('waits.say', { ids: [mentionId], what: 'a Marta, del taller' })
  expect(await call('waits.list', { brandId })).toEqual({
    items: [
      { mentionId, brandId, what: 'a Marta, del taller', since: '2026-03-02T09:00:00.000Z', promise: null },
    ],
  })
  expect(await call('waits.list', { mentionId })).toMatchObject({ items: [{ what: 'a Marta, del taller' }] })
})

test('what was said to wait is as before after undo, one act after the other', async () => {
  const { call, brandId, mentionId } = await withMention()
  const first = await call('waits.say', { ids: [mentionId], what: 'al almacén' })
  const second = await call('waits.say', { ids: [mentionId], what: 'a Marta' })
  await call('acts.undo', { actId: second.actId })
  expect(await call('waits.list', { brandId })).toMatchObject({ items: [{ what: 'al almacén' }] })
  expect(await call('acts.undo', { actId: first.actId })).toMatchObject({ left: [] })
  expect(await call('waits.list', { brandId })).toEqual({ items: [] })
  expect(await call('mentions.get', { id: mentionId })).toMatchObject({ status: 'new', unanswered: true })
})

test('what waits because we promised says what, by when, and since we said so', async () => {
  const { call, brandId, mentionId, moveClockTo } = await withMention()
  const due = '2026-03-04T10:00:00.000Z'
  const promises = [{ text: 'te llamo el miércoles', due }]
  const { replyId } = await call('replies.queue', {
    mentionId,
    body: 'Lucía, te llamo el miércoles.',
    promises,
  })
  await call('outbox.run', {})
  moveClockTo('2026-03-02T10:00:00Z')
  await call('outbox.confirm', { replyId, posted: true })
  expect(await call('waits.list', { brandId })).toMatchObject({
    items: [
      {
        mentionId,
        what: '',
        since: '2026-03-02T10:00:00.000Z',
        promise: { text: 'te llamo el miércoles', due },
      },
    ],
  })
})

test('what is done waits no more, and what is pending by an act alone says since when', async () => {
  const { call, brandId, mentionId } = await withMention()
  await call('acts.do', { on: { ids: [mentionId] }, act: { kind: 'status', to: 'pending' } })
  expect(await call('waits.list', { brandId })).toMatchObject({
    items: [{ what: '', since: '2026-03-02T09:00:00.000Z', promise: null }],
  })
  await call('acts.do', { on: { ids: [mentionId] }, act: { kind: 'status', to: 'resolved' } })
  expect(await call('waits.list', { brandId })).toEqual({ items: [] })
})

test('what was waited for before is not said when it waits again', async () => {
  const { call, brandId, mentionId, moveClockTo } = await withMention()
  await call('waits.say', { ids: [mentionId], what: 'al almacén' })
  await call('acts.do', { on: { ids: [mentionId] }, act: { kind: 'status', to: 'resolved' } })
  moveClockTo('2026-03-09T09:00:00Z')
  await call('acts.do', { on: { ids: [mentionId] }, act: { kind: 'status', to: 'pending' } })
  expect(await call('waits.list', { brandId })).toMatchObject({
    items: [{ what: '', since: '2026-03-09T09:00:00.000Z' }],
  })
})

test('nothing waits for two brands at once, and our own voice does not wait', async () => {
  const { call, brandId, mentionId, addBrand, addMention } = await withMention()
  const other = addMention(await addBrand({ name: 'Taller Norte' }), 'Hola', {})
  await expect(call('waits.say', { ids: [mentionId, other], what: 'x' })).rejects.toMatchObject({
    failure: { kind: 'invalid-input' },
  })
  const ours = addMention(brandId, 'Ya está en camino.', { ourVoice: true })
  await expect(call('waits.say', { ids: [ours], what: 'x' })).rejects.toMatchObject({
    failure: { kind: 'not-found' },
  })
})

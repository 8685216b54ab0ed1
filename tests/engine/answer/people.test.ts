import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'

test('a person is remembered: what they said, what we answered, and how to speak to them', async () => {
  const { call, addBrand, addMention, moveClockTo } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await addBrand()
  addMention(brandId, 'Me encanta el café', { author: 'Lucía', publishedAt: '2026-01-10T09:00:00Z' })
  const id = addMention(brandId, 'El último llegó frío', {
    author: 'Lucía',
    publishedAt: '2026-03-01T09:00:00Z',
  })
  const { replyId } = await call('replies.queue', { mentionId: id, body: 'Lucía, lo siento: te mando otro.' })
  moveClockTo('2026-03-02T10:00:00Z')
  await call('outbox.confirm', { replyId, posted: true })

  const personId = (await call('mentions.get', { id })).person?.id
  expect(personId).toBeDefined()
  if (personId === undefined) return
  await call('people.set', {
    id: personId,
    firstName: 'Lucía',
    address: 'usted',
    notes: 'Prefiere que la llamen',
  })

  expect(await call('people.get', { id: personId })).toMatchObject({
    name: 'Lucía',
    address: 'usted',
    notes: 'Prefiere que la llamen',
    mentions: 2,
    replies: 1,
    firstSeenAt: '2026-01-10T09:00:00.000Z',
    lastSeenAt: '2026-03-01T09:00:00.000Z',
    journey: [
      { kind: 'reply', text: 'Lucía, lo siento: te mando otro.' },
      { kind: 'mention', text: 'El último llegó frío' },
      { kind: 'mention', text: 'Me encanta el café' },
    ],
  })
})

test('a note about a person written by mistake can be undone', async () => {
  const { call, addBrand, addMention } = startTestEngine()
  const id = addMention(await addBrand(), 'Hola', { author: 'Río' })
  const personId = (await call('mentions.get', { id })).person?.id
  if (personId === undefined) throw new Error('The mention has no person.')
  await call('people.set', { id: personId, notes: 'antigua clienta' })
  const { items } = await call('acts.list', { limit: 1 })
  const [act] = items
  if (!act) throw new Error('The note was no act.')
  await call('acts.undo', { actId: act.actId })
  expect(await call('people.get', { id: personId })).toMatchObject({ notes: '' })
})

test('nothing of one brand is known to another: the same person is two people to two brands', async () => {
  const { call, addBrand, addMention } = startTestEngine()
  const here = addMention(await addBrand({ name: 'Café Luna' }), 'Frío', { author: 'Lucía' })
  const there = addMention(await addBrand({ name: 'Nube Móvil' }), 'Sin línea', { author: 'Lucía' })
  const [first, second] = [
    await call('mentions.get', { id: here }),
    await call('mentions.get', { id: there }),
  ]
  expect(first.person?.uid).not.toBe(second.person?.uid)
  expect(first.person?.mentions).toBe(1)
})

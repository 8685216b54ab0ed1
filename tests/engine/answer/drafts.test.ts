import { expect, test } from 'vitest'
import { beginsNewVersion } from '../../../src-main/engine/answer/draft-versions.ts'
import { gapsIn, withGap } from '../../../src-main/contract/gaps.ts'
import { startTestEngine } from '../../support/test-engine.ts'

const WRITTEN = 'Lucía, tienes razón: pediste zanahoria y llegó limón.'
const MINUTE = 60_000

test.each([
  { case: 'it is only written on', before: WRITTEN, body: `${WRITTEN} Hoy`, after: 1000, kept: false },
  {
    case: 'it is written on an hour later',
    before: WRITTEN,
    body: `${WRITTEN} Hoy`,
    after: 60 * MINUTE,
    kept: false,
  },
  {
    case: 'a word is mended',
    before: WRITTEN,
    body: WRITTEN.replace('llegó', 'vino'),
    after: 1000,
    kept: false,
  },
  {
    case: 'a word is changed an hour later',
    before: WRITTEN,
    body: WRITTEN.replace('llegó', 'vino'),
    after: 60 * MINUTE,
    kept: true,
  },
  { case: 'half of it goes', before: WRITTEN, body: 'Lucía, tienes razón', after: 1000, kept: true },
  { case: 'it is written anew', before: WRITTEN, body: 'Perdona, Lucía.', after: 1000, kept: true },
  { case: 'all of it goes', before: WRITTEN, body: '', after: 1000, kept: true },
  { case: 'nothing was there', before: '  ', body: WRITTEN, after: 60 * MINUTE, kept: false },
  { case: 'nothing changed', before: WRITTEN, body: WRITTEN, after: 60 * MINUTE, kept: false },
])('what a draft was is kept, or not, when $case', ({ before, body, after, kept }) => {
  expect(beginsNewVersion({ body: before, at: 0 }, { body, at: after })).toBe(kept)
})

test('what was deleted from a draft can be had back', async () => {
  const { call, addBrand, addMention, moveClockTo } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const mentionId = addMention(await addBrand(), 'Frío')
  await call('replies.saveDraft', { mentionId, body: WRITTEN })
  moveClockTo('2026-03-02T09:00:05Z')
  await call('replies.saveDraft', { mentionId, body: 'Perdona, Lucía.' })

  expect((await call('mentions.get', { id: mentionId })).drafts).toEqual([
    { body: 'Perdona, Lucía.', savedAt: '2026-03-02T09:00:05.000Z', state: 'now' },
    { body: WRITTEN, savedAt: '2026-03-02T09:00:00.000Z', state: 'earlier' },
  ])
})

test('a draft that was emptied is no draft any more, and its words are kept', async () => {
  const { call, addBrand, addMention } = startTestEngine()
  const mentionId = addMention(await addBrand(), 'Frío')
  await call('replies.saveDraft', { mentionId, body: WRITTEN })
  await call('replies.saveDraft', { mentionId, body: '' })

  expect(await call('mentions.get', { id: mentionId })).toMatchObject({
    hasDraft: false,
    drafts: [{ body: WRITTEN, state: 'earlier' }],
  })
})

test.each([
  ['Abrimos de […] a 20 h.', ['[…]']],
  ['Te llamo [día…] y [hora ...].', ['[día…]', '[hora ...]']],
  ['Una nota [1] y un [enlace](https://a.example).', []],
  ['Nada que rellenar…', []],
])('the gaps in %j', (text, gaps) => {
  expect(gapsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(gaps)
})

test('a fact without a gap of its own is inserted with one before it', () => {
  expect(withGap('Abrimos de 9 a 20 h.')).toBe('[…] Abrimos de 9 a 20 h.')
  expect(withGap('Abrimos de […] a 20 h.')).toBe('Abrimos de […] a 20 h.')
})

test('an answer with a gap in it cannot be queued, and says where', async () => {
  const { call, addBrand, addMention } = startTestEngine()
  const mentionId = addMention(await addBrand(), '¿A qué hora abrís?')
  await expect(
    call('replies.queue', { mentionId, body: 'Lucía, […] Abrimos de 9 a 20 h.' }),
  ).rejects.toMatchObject({ failure: { kind: 'invalid-input', facts: { gap: '[…]', gaps: 1 } } })
  await call('replies.queue', { mentionId, body: 'Lucía, mañana también. Abrimos de 9 a 20 h.' })
})

test('a draft that somebody should read waits until they have, and nobody queues it by mistake', async () => {
  const { call, addBrand, addMention } = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await addBrand()
  const mentionId = addMention(brandId, 'Frío')
  await call('replies.saveDraft', { mentionId, body: WRITTEN })
  await call('replies.pleaseRead', { mentionId, note: '¿Nos pasamos de disculpas?' })

  const waiting = await call('mentions.list', { brandId, where: 'is:please-read', limit: 10 })
  expect(waiting.items.map(({ id }) => id)).toEqual([mentionId])
  await expect(call('replies.queue', { mentionId, body: WRITTEN })).rejects.toMatchObject({
    failure: { kind: 'conflict' },
  })

  await call('replies.reviewed', { mentionId, verdict: 'commented', comment: 'Quita la segunda.' })
  expect((await call('mentions.get', { id: mentionId })).reading).toEqual({
    waits: false,
    note: '¿Nos pasamos de disculpas?',
    askedAt: '2026-03-02T09:00:00.000Z',
    verdict: 'commented',
    comment: 'Quita la segunda.',
    readAt: '2026-03-02T09:00:00.000Z',
  })
  await call('replies.queue', { mentionId, body: WRITTEN })
})

test('the mark can be taken off again, and put back by undo', async () => {
  const { call, addBrand, addMention } = startTestEngine()
  const mentionId = addMention(await addBrand(), 'Frío')
  await call('replies.pleaseRead', { mentionId })
  await call('replies.noNeedToRead', { mentionId })
  expect((await call('mentions.get', { id: mentionId })).reading).toBeNull()
  const [act] = (await call('acts.list', { limit: 1 })).items
  if (!act) throw new Error('Taking the mark off was no act.')
  await call('acts.undo', { actId: act.actId })
  expect((await call('mentions.get', { id: mentionId })).reading).toMatchObject({ waits: true })
})

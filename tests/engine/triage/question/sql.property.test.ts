import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CallFailed } from '../../../../src-main/contract/failure.ts'
import type { BrandId } from '../../../../src-main/contract/ids.ts'
import { placeOf } from '../../../../src-main/engine/store/ids.ts'
import { parseQuestion } from '../../../../src-main/engine/triage/question/parse.ts'
import { printQuestion } from '../../../../src-main/engine/triage/question/print.ts'
import { keywords } from '../../../../src-main/engine/triage/question/keywords/index.ts'
import { seed } from '../../../support/seed.ts'
import { startTestEngine, type TestEngine } from '../../../support/test-engine.ts'
import {
  asked,
  holds,
  HOUR,
  KEYWORDS,
  NOW,
  ONE_CONVERSATION,
  ONE_PERSON,
  plain,
  type Plain,
  writtenBy,
} from './plain-mention.ts'

interface Sources {
  readonly opina: ReturnType<TestEngine['addSource']>
  readonly foro: ReturnType<TestEngine['addSource']>
}

async function addPlain(
  engine: TestEngine,
  brandId: BrandId,
  given: Plain,
  sources: Sources,
): Promise<Plain> {
  const { call, addMention, now } = engine
  const publishedAt = new Date(now() - given.hoursAgo * HOUR).toISOString()
  const id = addMention(brandId, writtenBy(given), {
    sourceId: sources[given.source],
    seenIn: given.alsoSeen ? [sources.opina] : [],
    author: given.author,
    handle: given.handle,
    status: given.status,
    ...(given.reason === null ? {} : { reason: given.reason }),
    kind: given.kind,
    rating: given.stars,
    language: given.language,
    images: given.images,
    publishedAt,
  })
  for (const tag of given.tags) await call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag } })
  if (given.snoozedHours !== null) {
    const until = new Date(now() + given.snoozedHours * HOUR).toISOString()
    await call('acts.do', { on: { ids: [id] }, act: { kind: 'snooze', until } })
  }
  arrangeBeside(engine, brandId, placeOf(id).row, given)
  if (given.twin) {
    const { words, author, handle } = given.twin
    const gatheredAt = new Date(now() + HOUR).toISOString()
    const twin = { sourceId: sources[given.source], author, handle, publishedAt, gatheredAt }
    await call('mentions.putTogether', { ids: [id, addMention(brandId, words.join(' '), twin)] })
  }
  return { ...given, id }
}

/** What no method does by itself. */
function arrangeBeside({ fileOf, now }: TestEngine, brandId: BrandId, row: number, given: Plain): void {
  const db = fileOf(brandId)
  if (given.cameBack) db.prepare('UPDATE mention_state SET came_back_at = ? WHERE id = ?').run(now(), row)
  // A link as its place wrote it, whose words do not show it.
  if (given.link === 'drawn')
    db.prepare(
      `INSERT INTO mention_markup (id, html, images, version) VALUES (?, '<a href="https://sitio.example">aquí</a>', ?, 1)
       ON CONFLICT (id) DO UPDATE SET html = excluded.html`,
    ).run(row, given.images)
  if (given.edited)
    db.prepare(
      "INSERT INTO revision (mention_id, title, body, html, replaced_at) VALUES (?, '', '', '', 0)",
    ).run(row)
  if (given.draft)
    db.prepare("INSERT INTO draft (uid, mention_id, body, saved_at) VALUES (?, ?, '', 0)").run(row, row)
  if (given.promiseDueHours !== null) {
    db.prepare(
      "INSERT INTO promise (uid, mention_id, text, due_at, state, made_at) VALUES (?, ?, '', ?, ?, 0)",
    ).run(row, row, now() + given.promiseDueHours * HOUR, given.promise)
  }
  if (given.reading !== null)
    db.prepare('INSERT INTO draft_reading (id, wanted) VALUES (?, ?)').run(
      row,
      Number(given.reading === 'wanted'),
    )
  if (given.ruled !== null)
    db.prepare(
      `INSERT INTO rule_mention SELECT ?, id, (SELECT id FROM act LIMIT 1), CASE name WHEN 'Tarde' THEN NULL ELSE 'spam' END
       FROM rule WHERE name = ?`,
    ).run(row, given.ruled)
  if (given.replied !== 'no') {
    db.prepare(
      `INSERT INTO reply (uid, mention_id, conversation_id, body, channel, state, queued_at)
       VALUES (?, ?, (SELECT conversation_id FROM mention WHERE id = ?), '', 'by-hand', ?, 0)`,
    ).run(row, row, row, given.replied === 'sent' ? 'sent' : 'queued')
  }
}

/** Two rules and a mute, of which this test says itself what they did. */
async function addRules({ call }: TestEngine, brandId: BrandId): Promise<void> {
  const where = 'nadie-dice-esto'
  await call('rules.add', { brandId, name: 'Ofertas', where, acts: [{ kind: 'resolve', value: 'spam' }] })
  await call('rules.add', { brandId, name: 'Tarde', where, acts: [{ kind: 'tag', value: 'otra' }] })
  await call('rules.mute', { on: { brandId, words: 'mute' }, as: 'not-about-us' })
}

/** Brings those together that belong together; answers a question with the ids of one person and that conversation. */
async function nameIds({ call, fileOf }: TestEngine, brandId: BrandId, mentions: readonly Plain[]) {
  const together = mentions.filter((mention) => mention.together).map(({ id }) => placeOf(id).row)
  fileOf(brandId)
    .prepare('UPDATE mention SET conversation_id = ? WHERE id IN (SELECT value FROM json_each(?))')
    .run(together[0], JSON.stringify(together))
  const one = mentions.find(({ source, handle }) => source === 'foro' && handle === 'vega')
  if (!one) throw new Error('Nobody speaks whom the test asks for.')
  const { personId } = await call('mentions.get', { id: one.id })
  return (where: string) =>
    where
      .replaceAll(ONE_PERSON, `person:${personId ?? ''}`)
      .replaceAll(ONE_CONVERSATION, `conversation:${brandId}.m${together.at(-1) ?? 0}`)
}

/** Notes on whoever writes as OSCAR, at any place. */
function takeNotes({ fileOf }: TestEngine, brandId: BrandId): void {
  fileOf(brandId).exec(
    `INSERT INTO person (id, uid, notes) SELECT person_id, key, 'escribe mucho' FROM author
       WHERE handle = 'OSCAR' GROUP BY person_id`,
  )
}

test('a question finds exactly what it says, whatever is asked of whatever was said', async () => {
  const engine = startTestEngine({ at: NOW })
  const brandId = await engine.addBrand({ timezone: 'Europe/Madrid' })
  const sources = {
    opina: engine.addSource(brandId, { title: 'Ópina', url: 'https://a.example/feed' }),
    foro: engine.addSource(brandId, { title: 'Hablamos', url: 'https://foro.example/feed' }),
  }
  await addRules(engine, brandId)
  const mentions: Plain[] = []
  for (const given of fc.sample(plain, { numRuns: 120, seed: seed(7) })) {
    mentions.push(await addPlain(engine, brandId, given, sources))
  }
  // Last, so that nothing was told with what is learnt from them.
  for (const { id, felt } of mentions)
    if (felt !== null) await engine.call('acts.do', { on: { ids: [id] }, act: { kind: 'feeling', to: felt } })
  engine.addMention(brandId, 'envío café luna never again', { ourVoice: true })
  takeNotes(engine, brandId)
  const withIds = await nameIds(engine, brandId, mentions)

  await fc.assert(
    fc.asyncProperty(asked, async (where) => {
      const question = parseQuestion(where)
      const expected = mentions.filter((mention) => holds(question, mention)).map(({ id }) => id)
      const named = { brandId, where: withIds(where) }
      const { items } = await engine.call('mentions.list', { ...named, limit: 500 })
      const { count } = await engine.call('mentions.count', named)
      expect({ where, found: items.map(({ id }) => id).sort(), count }).toEqual({
        where,
        found: expected.sort(),
        count: expected.length,
      })
    }),
    { numRuns: 600, seed: seed(11) },
  )
}, 30_000)

test('every keyword, and every word it takes, is among what that asks', () => {
  const all = Object.keys(KEYWORDS)
  const missing = keywords.flatMap(({ name, offers }) => {
    const words = offers.kind === 'words' ? offers.words.map(({ value }) => value) : ['']
    return words
      .map((value) => `${name}:${value}`)
      .filter((each) => !all.some((asks) => (each.endsWith(':') ? asks.startsWith(each) : asks === each)))
  })
  expect(missing).toEqual([])
})

test('whatever can be asked can be written down and asked again', () => {
  fc.assert(
    fc.property(asked, (where) => {
      const question = parseQuestion(where)
      expect(parseQuestion(printQuestion(question))).toEqual(question)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  'palabra',
  '-palabra',
  'luna -palabra',
  'tag:x',
  '-is:open',
  'from:ana',
  '-"a b"',
  '🙂',
  'luna OR',
  'tag:x OR',
  '(a OR tag:x)',
  '-(a tag:x)',
])('a question as long as a question may be is answered, made of %s', async (part) => {
  const { call, addBrand, addMention } = startTestEngine()
  const brandId = await addBrand()
  addMention(brandId, 'luna')
  const where = `${`${part} `.repeat(Math.floor(1990 / (part.length + 1)))}nada`
  expect((await call('mentions.count', { brandId, where })).count).toBeLessThanOrEqual(1)
})

test('whatever is typed is answered, or refused at the word; it never breaks anything', async () => {
  const { call, addBrand, addMention } = startTestEngine()
  const brandId = await addBrand()
  addMention(brandId, 'luna')
  const piece = fc.oneof(
    fc.constantFrom(
      '-',
      '"',
      '*',
      '^',
      ':',
      'NEAR(',
      ' AND ',
      ' OR ',
      'NOT ',
      '{author}:',
      'tag:',
      'from:',
      '(',
      ')',
      'de:',
      'has:note',
      'source:',
      '\0',
      '%',
      "'",
      ' ',
      'luna',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
      fc.constantFrom('newest', 'best'),
      async (query, order) => {
        const outcome = await call('mentions.search', { brandId, query, order, limit: 5 }).catch(
          (error: unknown) => error,
        )
        if (outcome instanceof CallFailed) expect(outcome.failure.kind).toBe('bad-question')
        else expect(outcome).toHaveProperty('items')
      },
    ),
    { numRuns: 800 },
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CallFailed } from '../../../src-main/contract/failure.ts'
import type { BrandId, MentionId } from '../../../src-main/contract/ids.ts'
import { placeOf } from '../../../src-main/engine/store/ids.ts'
import { printQuestion } from '../../../src-main/engine/triage/question/print.ts'
import type { Part, Term } from '../../../src-main/engine/triage/question/question.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

/** What a mention is, in plain words, for an evaluation that knows no SQL. */
interface Plain {
  id: MentionId
  readonly words: readonly string[]
  readonly author: string
  readonly handle: string
  readonly source: 'opina' | 'foro'
  readonly status: 'new' | 'open' | 'pending' | 'resolved'
  readonly reason: 'spam' | 'answered' | null
  readonly snoozedHours: number | null
  readonly cameBack: boolean
  readonly tags: readonly string[]
  readonly stars: number | null
  readonly kind: 'post' | 'comment' | 'review'
  readonly language: string | null
  readonly hoursAgo: number
  readonly draft: boolean
  readonly promiseDueHours: number | null
  readonly replied: boolean
}

const NOW = '2026-03-10T09:00:00Z'
const HOUR = 3_600_000
const VOCABULARY = ['envío', 'Envio', 'tarde', 'café', 'luna', 'refund', 'never', 'again', '🙂']

const plain: fc.Arbitrary<Plain> = fc
  .record({
    words: fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 5 }),
    author: fc.constantFrom('Ana', 'Anaïs Vega', 'Óscar', 'Luna Mar'),
    handle: fc.constantFrom('ana_1', 'vega', 'OSCAR'),
    source: fc.constantFrom('opina', 'foro'),
    status: fc.constantFrom('new', 'open', 'pending', 'resolved'),
    reason: fc.constantFrom('spam', 'answered'),
    snoozedHours: fc.constantFrom(null, null, -5, 5),
    cameBack: fc.boolean(),
    tags: fc.uniqueArray(fc.constantFrom('delivery', 'delivery/late', 'deliveryman', 'Precio'), {
      maxLength: 3,
    }),
    stars: fc.constantFrom(null, 1, 2, 3.5, 4, 4.6, 5),
    kind: fc.constantFrom('post', 'comment', 'review'),
    language: fc.constantFrom(null, 'es', 'pt'),
    hoursAgo: fc.integer({ min: 0, max: 24 * 40 }),
    draft: fc.boolean(),
    promiseDueHours: fc.constantFrom(null, null, -30, 3, 60),
    replied: fc.boolean(),
  })
  .map((fields) => ({
    ...fields,
    id: '' as MentionId, // eslint-disable-line @typescript-eslint/no-unsafe-type-assertion -- set when it is added
    reason: fields.status === 'resolved' ? fields.reason : null,
  }))

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const isAwake = (mention: Plain) => mention.snoozedHours === null || mention.snoozedHours <= 0
const isUndecided = ({ status }: Plain) => status === 'new' || status === 'open'
const tokens = (words: readonly string[]) =>
  words.flatMap((word) => fold(word).match(/[\p{L}\p{N}]+/gu) ?? [])

function says(mention: Plain, phrase: readonly string[], last: 'whole' | 'beginning'): boolean {
  const matches = (field: readonly string[]) =>
    field.some((_, start) =>
      phrase.every((word, index) => {
        const here = field[start + index] ?? ''
        return last === 'beginning' && index === phrase.length - 1 ? here.startsWith(word) : here === word
      }),
    )
  return matches(tokens(mention.words)) || matches(tokens(mention.author.split(' ')))
}

const KEYWORDS: Readonly<Record<string, (mention: Plain) => boolean>> = {
  'is:unread': (m) => m.status === 'new' && isAwake(m),
  'is:open': (m) => isUndecided(m) && isAwake(m),
  'is:pending': (m) => m.status === 'pending',
  'is:resolved': (m) => m.status === 'resolved',
  'is:unanswered': (m) => isUndecided(m) && isAwake(m),
  'is:answered': (m) => m.reason === 'answered' || (m.status === 'pending' && m.replied),
  'is:snoozed': (m) => !isAwake(m),
  'is:came-back': (m) => m.cameBack && isUndecided(m),
  'status:new': (m) => m.status === 'new',
  'status:open': (m) => m.status === 'open',
  'reason:spam': (m) => m.reason === 'spam',
  'has:draft': (m) => m.draft,
  'has:promise': (m) => m.promiseDueHours !== null,
  'has:tag': (m) => m.tags.length > 0,
  'has:rating': (m) => m.stars !== null,
  'has:reply': (m) => m.replied,
  'promise:due': (m) => m.promiseDueHours !== null && m.promiseDueHours < 14,
  'tag:delivery': (m) => m.tags.some((tag) => tag === 'delivery' || tag === 'delivery/late'),
  'tag:DELIVERY/Late': (m) => m.tags.includes('delivery/late'),
  'tag:precio': (m) => m.tags.includes('Precio'),
  'tag:none': (m) => m.tags.length === 0,
  'tag:nobody': () => false,
  'source:Opina': (m) => m.source === 'opina',
  'source:foro.ex': (m) => m.source === 'foro',
  'from:ana': (m) => m.author.startsWith('Ana') || m.handle === 'ana_1',
  'from:"anais v"': (m) => m.author === 'Anaïs Vega',
  'from:@osc': (m) => m.handle === 'OSCAR',
  'from:a_1': (m) => m.handle === 'ana_1',
  'lang:pt': (m) => m.language === 'pt',
  'lang:none': (m) => m.language === null,
  'kind:review': (m) => m.kind === 'review',
  'rating:<=2': (m) => m.stars !== null && m.stars <= 2,
  'rating:>=4': (m) => m.stars !== null && m.stars >= 4,
  'rating:3..5': (m) => m.stars !== null && m.stars >= 3 && m.stars <= 5,
  'rating:=4': (m) => m.stars === 3.5 || m.stars === 4,
  'rating:=5': (m) => m.stars === 4.6 || m.stars === 5,
  'after:-12h': (m) => m.hoursAgo <= 12,
  // Madrid: today began ten hours before NOW.
  'after:-7d': (m) => m.hoursAgo <= 10 + 7 * 24,
  'before:2026-03-01': (m) => m.hoursAgo > 10 + 9 * 24,
  'after:2026-03-01': (m) => m.hoursAgo <= 10 + 9 * 24,
}

function holds(term: Term, mention: Plain): boolean {
  switch (term.kind) {
    case 'keyword':
      return KEYWORDS[printTerm(term)]?.(mention) ?? false
    case 'word':
    case 'phrase':
      return term.text === '🙂' ? mention.words.includes('🙂') : says(mention, tokens([term.text]), 'whole')
    case 'prefix':
      return says(mention, tokens([term.text]), 'beginning')
    case 'either':
      return term.of.some((parts) => parts.every((part) => holds(part.term, mention) === (part.sign === '+')))
  }
}

const printTerm = (term: Term) => printQuestion([{ sign: '+', term }])

const term: fc.Arbitrary<Term> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(KEYWORDS)).map(toKeyword) },
  fc.constantFrom<Term>(
    { kind: 'word', text: 'ENVIO' },
    { kind: 'word', text: 'café' },
    { kind: 'word', text: 'vega' },
    { kind: 'word', text: '🙂' },
    { kind: 'word', text: 'nunca' },
    { kind: 'phrase', text: 'never again' },
    { kind: 'phrase', text: 'Café, luna' },
    { kind: 'prefix', text: 'env' },
    { kind: 'prefix', text: 'Lun' },
  ),
)

function toKeyword(text: string): Term {
  const colon = text.indexOf(':')
  return { kind: 'keyword', name: text.slice(0, colon), value: text.slice(colon + 1).replaceAll('"', '') }
}

async function addPlain(
  { call, addMention, fileOf, now }: TestEngine,
  brandId: BrandId,
  given: Plain,
  sources: Sources,
) {
  const id = addMention(brandId, given.words.join(' '), {
    sourceId: sources[given.source],
    author: given.author,
    handle: given.handle,
    status: given.status,
    ...(given.reason === null ? {} : { reason: given.reason }),
    kind: given.kind,
    rating: given.stars,
    language: given.language,
    publishedAt: new Date(now() - given.hoursAgo * HOUR).toISOString(),
  })
  for (const tag of given.tags) await call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag } })
  if (given.snoozedHours !== null) {
    const until = new Date(now() + given.snoozedHours * HOUR).toISOString()
    await call('acts.do', { on: { ids: [id] }, act: { kind: 'snooze', until } })
  }
  const db = fileOf(brandId)
  const { row } = placeOf(id)
  if (given.cameBack) db.prepare('UPDATE mention_state SET came_back_at = ? WHERE id = ?').run(now(), row)
  if (given.draft)
    db.prepare("INSERT INTO draft (uid, mention_id, body, saved_at) VALUES (?, ?, '', 0)").run(id, row)
  if (given.promiseDueHours !== null) {
    db.prepare(
      "INSERT INTO promise (uid, mention_id, text, due_at, state, made_at) VALUES (?, ?, '', ?, 'open', 0)",
    ).run(id, row, now() + given.promiseDueHours * HOUR)
  }
  if (given.replied) {
    db.prepare(
      `INSERT INTO reply (uid, mention_id, conversation_id, body, channel, state, queued_at)
       VALUES (?, ?, (SELECT conversation_id FROM mention WHERE id = ?), '', 'by-hand', 'sent', 0)`,
    ).run(id, row, row)
  }
  return { ...given, id }
}

interface Sources {
  readonly opina: ReturnType<TestEngine['addSource']>
  readonly foro: ReturnType<TestEngine['addSource']>
}

test('a question finds exactly what it says, whatever is asked of whatever was said', async () => {
  const engine = startTestEngine({ at: NOW })
  const brandId = await engine.addBrand({ timezone: 'Europe/Madrid' })
  const sources = {
    opina: engine.addSource(brandId, { title: 'Ópina', url: 'https://a.example/feed' }),
    foro: engine.addSource(brandId, { title: 'Hablamos', url: 'https://foro.example/feed' }),
  }
  const mentions: Plain[] = []
  for (const given of fc.sample(plain, { numRuns: 120, seed: 7 })) {
    mentions.push(await addPlain(engine, brandId, given, sources))
  }
  engine.addMention(brandId, 'envío café luna never again', { ourVoice: true })

  const part = fc.record<Part>({ sign: fc.constantFrom('+', '+', '-'), term })
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (question) => {
      const where = printQuestion(question)
      const expected = mentions
        .filter((mention) => question.every((each) => holds(each.term, mention) === (each.sign === '+')))
        .map(({ id }) => id)
      const { items } = await engine.call('mentions.list', { brandId, where, limit: 500 })
      const { count } = await engine.call('mentions.count', { brandId, where })
      expect({ where, found: items.map(({ id }) => id).sort(), count }).toEqual({
        where,
        found: expected.sort(),
        count: expected.length,
      })
    }),
    { numRuns: 300, seed: 11 },
  )
})

test.each(['palabra', '-palabra', 'luna -palabra', 'tag:x', '-is:open', 'from:ana', '-"a b"', '🙂'])(
  'a question as long as a question may be is answered, made of %s',
  async (part) => {
    const { call, addBrand, addMention } = startTestEngine()
    const brandId = await addBrand()
    addMention(brandId, 'luna')
    const where = `${part} `.repeat(Math.floor(2000 / (part.length + 1)))
    expect((await call('mentions.count', { brandId, where })).count).toBeLessThanOrEqual(1)
  },
)

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
    { numRuns: 500 },
  )
})

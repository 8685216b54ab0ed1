import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadMention } from '../../../../src-main/engine/gather/gatherer-protocol.ts'
import { closeBatch, openBatch } from '../../../../src-main/engine/gather/save/batch.ts'
import { openSaving, saveInBatch } from '../../../../src-main/engine/gather/save/save.ts'
import { writeNew } from '../../../../src-main/engine/gather/save/write-new.ts'
import { type BrandShelf, openBrand } from '../../../support/brand-shelf.ts'
import { said } from '../../../support/read-mention.ts'

const RUNS = { seed: 5, numRuns: 150 }

const TEXTS = ['Llegó frío.', 'Nunca llegó.', 'Muy caro.', 'Nadie contesta.', 'Todo perfecto.']
const maybe = (...values: readonly string[]) => fc.constantFrom(null, ...values)

/** One thing said; its address is a path of the place it is said in. */
interface Thing {
  readonly id: string | null
  readonly path: string | null
  readonly text: string
  readonly by: string | null
  readonly at: string | null
}

/** Few ids, addresses, texts and people: they meet in every way a careless place makes them meet. */
const thing: fc.Arbitrary<Thing> = fc.record({
  id: maybe('a', 'b', 'c'),
  path: maybe('1', '2', '3'),
  text: fc.constantFrom(...TEXTS),
  by: maybe('lucia', 'pau'),
  at: maybe('2026-03-08T10:00:00Z', '2026-03-09T10:00:00Z'),
})
const things = fc.array(thing, { minLength: 1, maxLength: 8 })

/** A place that keeps its ids apart: each says one thing. */
const careful = fc
  .uniqueArray(fc.tuple(fc.nat(30), fc.constantFrom(...TEXTS)), { selector: ([id]) => id, maxLength: 10 })
  .map((all) =>
    all.map(([id, text]): Thing => ({ id: `id-${id}`, path: `p${id}`, text, by: null, at: null })),
  )

interface Place {
  readonly source: number
  readonly save: (...all: readonly Thing[]) => ReturnType<BrandShelf['save']>
  readonly texts: () => string[]
  readonly earlier: () => string[]
}

/** Each place has a host of its own, so that one brand serves for many runs. */
function newPlaces(): () => Place {
  const brand = openBrand()
  let count = 0
  return () => {
    count += 1
    const host = `place-${count}.example`
    const source = brand.addSource({ url: `https://${host}/feed`, host })
    return {
      source,
      save: (...all) => brand.save(source, ...all.map((one) => sayAt(host, one))),
      texts: () => brand.held(source).map(({ body }) => body),
      earlier: () =>
        brand.db
          .prepare<[number], { body: string }>(
            'SELECT revision.body FROM revision JOIN mention ON mention.id = mention_id WHERE source_id = ?',
          )
          .all(source)
          .map(({ body }) => body),
    }
  }
}

function sayAt(host: string, { id, path, text, by, at }: Thing): ReadMention {
  return said({
    text,
    ...(id === null ? {} : { id }),
    ...(path === null ? {} : { url: `https://${host}/${path}` }),
    ...(by === null ? {} : { by }),
    ...(at === null ? {} : { at }),
  })
}

const different = (texts: readonly string[]) => [...new Set(texts)].sort()
const textsOf = (all: readonly Thing[]) => different(all.map(({ text }) => text))

test('what one document says is all there, however its ids and addresses repeat', () => {
  const newPlace = newPlaces()
  fc.assert(
    fc.property(things, (document) => {
      const place = newPlace()
      place.save(...document)
      expect(different(place.texts())).toEqual(textsOf(document))
    }),
    RUNS,
  )
})

test('a document that comes again changes nothing', () => {
  const newPlace = newPlaces()
  fc.assert(
    fc.property(things, (document) => {
      const place = newPlace()
      place.save(...document)
      const before = place.texts()
      expect(place.save(...document)).toEqual({ added: 0, revised: 0, duplicates: document.length })
      expect(place.texts()).toEqual(before)
    }),
    RUNS,
  )
})

test('where ids are kept apart, the same mentions come in one document or in several, in any order', () => {
  const split = careful.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.array(fc.shuffledSubarray(all), { maxLength: 4 }),
      fc.shuffledSubarray(all, { minLength: all.length }),
    ),
  )
  const newPlace = newPlaces()
  fc.assert(
    fc.property(split, ([all, parts, shuffled]) => {
      const [whole, pieces] = [newPlace(), newPlace()]
      whole.save(...all)
      for (const part of parts) pieces.save(...part)
      pieces.save(...shuffled)
      expect(pieces.texts().sort()).toEqual(whole.texts().sort())
      expect(pieces.earlier()).toEqual([])
    }),
    RUNS,
  )
})

test('whatever documents follow each other, everything that was said is kept, as a text or as what it said before', () => {
  const newPlace = newPlaces()
  fc.assert(
    fc.property(fc.array(things, { minLength: 2, maxLength: 4 }), (following) => {
      const place = newPlace()
      for (const document of following) place.save(...document)
      expect(different([...place.texts(), ...place.earlier()])).toEqual(textsOf(following.flat()))
    }),
    RUNS,
  )
})

test('what several sources of one place bring is the same, saved together or one after the other', () => {
  const brand = openBrand()
  const now = Date.parse('2026-03-10T09:00:00Z')
  const saveTogether = (documents: readonly { source: number; items: readonly ReadMention[] }[]) =>
    brand.db
      .transaction(() => {
        const batch = openBatch(brand.db)
        const savings = documents.map(({ source, items }) => openSaving(brand.db, source, items, now))
        saveInBatch(
          savings.flatMap((saving) => saving ?? []),
          batch,
          () => false,
        )
        closeBatch(batch, now)
      })
      .immediate()
  const bring = (host: string, documents: readonly (readonly Thing[])[]) =>
    documents.map((document, index) => ({
      source: brand.addSource({ url: `https://${host}/${index}`, host }),
      items: document.map((one) => sayAt(host, one)),
    }))
  const textsOfAll = (documents: readonly { source: number }[]) =>
    documents.flatMap(({ source }) => brand.held(source).map(({ body }) => body)).sort()
  let places = 0
  const several = careful.chain((all) => fc.array(fc.shuffledSubarray(all), { minLength: 2, maxLength: 4 }))
  fc.assert(
    fc.property(several, (documents) => {
      places += 1
      const together = bring(`together-${places}.example`, documents)
      saveTogether(together)
      const apart = bring(`apart-${places}.example`, documents)
      for (const { source, items } of apart) brand.save(source, ...items)
      expect(textsOfAll(together)).toEqual(textsOfAll(apart))
      expect(textsOfAll(together)).toHaveLength(new Set(documents.flat().map(({ id }) => id)).size)
    }),
    RUNS,
  )
  const { kept, counted } = brand.counts()
  expect(kept).toEqual(counted)
})

/** What is said to each other in a few places of one host and another, in every way that makes saving look something up. */
const talk = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
  inReplyTo: fc.constantFrom(null, null, null, null, '1', '2', '3'),
  text: fc.constantFrom(
    'La entrega llegó tres semanas tarde, sin el recibo y con la caja abierta por un lado.',
    'La entrega llegó tres semanas tarde, sin el recibo y con la caja abierta por un lado...',
    'Gracias 🤗',
    ...['Nada.', 'Sin más.', 'Eso es todo.', 'Bien.', 'Mal.', 'Regular.'],
    'Medio \ud83d signo',
    'Un \0 en medio',
  ),
  url: maybe('https://blog.example/a'),
  by: fc.constantFrom('Ana', 'Ána \ud83d', 'Luna'),
  handle: maybe('@ana', '@luna', '@l\ud83d'),
  profile: maybe('https://a.example/ana', 'https://b.example/ana'),
  at: fc.constantFrom('2026-03-08T10:00:00Z', '2026-03-08T10:00:01Z', '2026-03-09T10:00:00Z'),
  stars: fc.constantFrom(null, 1, 5),
})
type Talk = typeof talk extends fc.Arbitrary<infer Value> ? Value : never

const withoutNulls = (one: Talk): Parameters<typeof said>[0] =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null))

test('what is written at the end of a batch is what is written as it comes', () => {
  const now = Date.parse('2026-03-10T09:00:00Z')
  const [atOnce, together] = [openBrand({ handles: ['@luna'] }), openBrand({ handles: ['@luna'] })]
  const save = (
    brand: BrandShelf,
    sources: readonly number[],
    following: readonly (readonly Talk[])[][],
    when: 'at-once' | 'together',
  ) => {
    for (const documents of following)
      brand.db
        .transaction(() => {
          const batch = openBatch(brand.db)
          const savings = documents.flatMap(
            (items, index) =>
              openSaving(
                brand.db,
                sources[index] ?? 0,
                items.map((one) => said(withoutNulls(one))),
                now,
              ) ?? [],
          )
          saveInBatch(savings, batch, () => {
            if (when === 'at-once') writeNew(brand.db, batch.unwritten)
            return false
          })
          closeBatch(batch, now)
        })
        .immediate()
  }
  let places = 0
  // One that gives an id twice has all looked up one by one.
  const document = fc.oneof(
    { weight: 3, arbitrary: fc.uniqueArray(talk, { selector: ({ id }) => id, maxLength: 6 }) },
    fc.array(talk, { maxLength: 5 }),
  )
  const run = fc.array(fc.array(document, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(run, (following) => {
      places += 1
      for (const [brand, when] of [
        [atOnce, 'at-once'],
        [together, 'together'],
      ] as const) {
        // The second is the first under another face: who has a handle there is the same person.
        const sources = ['', 'm.', ''].map((face, index) => {
          const host = `${face}place-${places}.example`
          return brand.addSource({ url: `https://${host}/${index}`, host })
        })
        save(brand, sources, following, when)
      }
      expect(dump(together)).toEqual(dump(atOnce))
    }),
    RUNS,
  )
})

/** Everything that saving writes but the numbers drawn by chance. */
function dump({ db }: BrandShelf): unknown {
  const tables = [
    'mention',
    'mention_text',
    'mention_markup',
    'mention_state',
    'author',
    'conversation',
    'mention_twin',
    'mention_seen',
    'revision',
    'counter',
  ]
  const told = tables.map((table) => {
    const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
    return [table, rows.map((row) => ({ ...row, uid: null }))]
  })
  const heard = db
    .prepare("SELECT rowid FROM mention_fts WHERE mention_fts MATCH 'entrega' ORDER BY rowid")
    .pluck()
    .all()
  return [...told, heard]
}

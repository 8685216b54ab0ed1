import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { saveMentions } from '../../../../src-main/engine/gather/save/save.ts'
import { connect } from '../../../../src-main/engine/store/open.ts'
import { openBrand } from '../../../support/brand-shelf.ts'
import { said, type Said } from '../../../support/read-mention.ts'

const NEWS =
  'La cafetería de la plaza cerrará sus puertas a final de mes después de treinta años. Su dueña dice que el alquiler se ha duplicado y que no ha encontrado a nadie que quiera seguir con el negocio, pese a que la clientela no ha dejado de venir cada mañana a desayunar. El ayuntamiento asegura que estudia ayudas para el pequeño comercio del centro.'
const OTHER =
  'El festival de jazz vuelve este verano al parque del río con doce conciertos gratuitos y un mercado de discos. La organización espera a veinte mil personas y pide que se llegue a pie o en bicicleta, porque no habrá aparcamiento cerca. Las entradas para la noche inaugural se repartirán en la biblioteca municipal desde el lunes por la tarde.'
const AT = '2026-03-09T10:00:00Z'

/** A brand with as many sources as are wanted, each at a host of its own. */
function openWith(sources: number) {
  const brand = openBrand()
  const rows = Array.from({ length: sources }, (_, at) =>
    brand.addSource({ url: `https://s${at}.example/feed`, host: `s${at}.example`, title: `S${at}` }),
  )
  return { ...brand, sources: rows, groups: () => groupsOf(brand) }
}

/** The external ids of what is shown as one, the head first; each group and each mention alone. */
function groupsOf({ db }: ReturnType<typeof openBrand>): string[][] {
  const rows = db
    .prepare<[], { id: string; head: number; isHead: 0 | 1; hasState: 0 | 1 }>(
      `SELECT external_id AS id, coalesce(head_id, mention.id) AS head, head_id IS NULL AS isHead,
         EXISTS (SELECT 1 FROM mention_state WHERE mention_state.id = mention.id) AS hasState
       FROM mention JOIN mention_text USING (id) LEFT JOIN mention_twin ON mention_id = mention.id ORDER BY head_id IS NOT NULL, mention.id`,
    )
    .all()
  expect(rows.every(({ isHead, hasState }) => isHead === hasState)).toBe(true)
  return [...Map.groupBy(rows, ({ head }) => head).values()].map((group) => group.map(({ id }) => id))
}

const news = (id: string, fields: Partial<Said> = {}) =>
  said({ id, title: 'Cierra el café', text: NEWS, at: AT, ...fields })

test('an article that two feeds bring is shown once, under the one that was gathered first', () => {
  const { sources, save, groups, counts, held, moveClockTo } = openWith(2)
  save(sources[1] ?? 0, news('second'), said({ id: 'jazz', title: 'Jazz', text: OTHER, at: AT }))
  moveClockTo('2026-03-10T10:00:00Z')
  expect(save(sources[0] ?? 0, news('first', { at: '2026-03-08T10:00:00Z' }))).toMatchObject({ added: 1 })

  expect(groups()).toEqual([['second', 'first'], ['jazz']])
  expect(held().filter(({ status }) => status !== null)).toHaveLength(2)
  expect(counts().kept).toEqual(counts().counted)
})

test('the words of what is shown with another are found all the same, and full text is whole', () => {
  const { db, sources, save, search } = openWith(2)
  save(sources[0] ?? 0, news('1'))
  save(sources[1] ?? 0, news('2', { text: `${NEWS} Leído en El Diario.` }))
  expect(search('Diario')).toEqual(['Cierra el café'])
  expect(
    db.prepare("INSERT INTO mention_fts (mention_fts) VALUES ('integrity-check')").run().changes,
  ).toBeDefined()
})

test('gathering again, and again, changes nothing', () => {
  const { db, sources, save, groups } = openWith(2)
  save(sources[0] ?? 0, news('1'))
  save(sources[1] ?? 0, news('2'))
  const before = { groups: groups(), changes: db.prepare('SELECT total_changes() AS n').get() }
  save(sources[1] ?? 0, news('2'))
  save(sources[0] ?? 0, news('1'))
  expect({ groups: groups(), changes: db.prepare('SELECT total_changes() AS n').get() }).toEqual(before)
})

test('an alert about an article is shown with it, though it says little and has another id', () => {
  const { sources, save, groups } = openWith(3)
  const url = 'https://news.example/cierra-el-cafe'
  save(
    sources[0] ?? 0,
    news('alert', { text: 'La cafetería de la plaza cerrará…', url: `${url}?utm_source=alerts` }),
  )
  save(sources[1] ?? 0, news('article', { url }))
  save(sources[2] ?? 0, said({ title: 'Cierra', text: 'Sin id', url, at: AT }))
  expect(groups()).toHaveLength(1)
})

test('an address that every item of a feed has makes nothing one', () => {
  const { sources, save, groups } = openWith(2)
  const url = 'https://shop.example/reviews'
  save(
    sources[0] ?? 0,
    said({ id: 'a', text: 'Bien', url, at: AT }),
    said({ id: 'b', text: 'Mal', url, at: AT }),
  )
  save(sources[1] ?? 0, said({ id: 'c', text: 'Regular', url, at: AT }))
  save(sources[1] ?? 0, said({ id: 'd', text: 'Otra cosa', url: 'https://shop.example/', at: AT }))
  save(sources[0] ?? 0, said({ id: 'e', text: 'Nada que ver', url: 'https://shop.example', at: AT }))
  expect(groups()).toHaveLength(5)
})

test('one person’s review on two sites is one; the same few words of two people are two', () => {
  const { sources, save, groups } = openWith(2)
  const long =
    'Pedí dos cafés y una tostada y tardaron cuarenta minutos en traerlos, fríos y con la cuenta equivocada. No vuelvo.'
  save(
    sources[0] ?? 0,
    said({ id: 'a1', by: 'Ana', stars: 1, text: long, at: AT }),
    said({ id: 'p1', by: 'Pau', stars: 5, text: 'Muy bueno', at: AT }),
  )
  save(
    sources[1] ?? 0,
    said({ id: 'a2', by: 'ana', stars: 1, text: long, at: AT }),
    said({ id: 'l2', by: 'Lía', stars: 5, text: 'Muy bueno', at: AT }),
  )
  expect(groups().map((group) => group.toSorted())).toEqual(
    expect.arrayContaining([['a1', 'a2'], ['p1'], ['l2']]),
  )
})

test('what the brand itself published is shown with nobody’s', () => {
  const brand = openBrand({ handles: ['@cafeaurora'] })
  const [one, other] = ['a', 'b'].map((host) =>
    brand.addSource({ url: `https://${host}.example/feed`, host: `${host}.example` }),
  )
  brand.save(one ?? 0, news('ours', { by: 'Café Aurora', handle: 'cafeaurora' }))
  brand.save(other ?? 0, news('theirs', { by: 'EFE' }))
  expect(brand.held().map(({ ours, status }) => [ours, status])).toEqual([
    [1, null],
    [0, 'new'],
  ])
})

test('an edit that makes a twin another thing takes it apart, new; an edit of the head leaves what was decided with both', () => {
  const { db, sources, save, groups, held, counts } = openWith(3)
  const [a = 0, b = 0, c = 0] = sources
  save(a, news('head'))
  save(b, news('twin'))
  save(c, news('third'))
  save(b, news('twin', { title: 'Jazz', text: OTHER }))
  expect(groups()).toEqual([['head', 'third'], ['twin']])
  expect(held(b)).toMatchObject([{ title: 'Jazz', status: 'new' }])

  db.exec(
    "UPDATE mention_state SET status = 3, reason = 'spam', unanswered = 0 WHERE id = (SELECT id FROM mention_text WHERE external_id = 'head')",
  )
  save(a, news('head', { text: OTHER }))
  expect(
    groups()
      .map(([first]) => first)
      .toSorted(),
  ).toEqual(['head', 'third', 'twin'])
  expect(held(c)).toMatchObject([{ status: 'resolved', reason: 'spam' }])
  db.exec("DELETE FROM counter WHERE subject IN ('status', 'unanswered')")
  expect(counts().counted).toContainEqual({ subject: 'status', key: 3, n: 2 })
})

test('an edit that says the same leaves a group as it is', () => {
  const { sources, save, groups } = openWith(2)
  save(sources[0] ?? 0, news('1'))
  save(sources[1] ?? 0, news('2'))
  save(sources[1] ?? 0, news('2', { text: `${NEWS} Actualizado a las doce.` }))
  expect(groups()).toEqual([['1', '2']])
})

test('an answer of ours under a twin, in its own place, is still an answer there', () => {
  const brand = openBrand({ handles: ['@cafeaurora'] })
  const [one = 0, other = 0] = ['a', 'b'].map((host) =>
    brand.addSource({ url: `https://${host}.example/feed`, host: `${host}.example` }),
  )
  brand.save(one, news('1'))
  brand.save(other, news('2'))
  brand.save(
    other,
    said({
      id: 'r',
      inReplyTo: '2',
      text: 'Gracias por contarlo.',
      by: 'Café Aurora',
      handle: 'cafeaurora',
      at: '2026-03-09T12:00:00Z',
    }),
  )
  const conversations = brand.held(other).map(({ conversation }) => conversation)
  expect(new Set(conversations).size).toBe(1)
  expect(brand.held(one)).toMatchObject([{ status: 'new', unanswered: 1 }])
  expect(brand.counts().kept).toEqual(brand.counts().counted)
})

/** The same news as five places tell it: as it is, with a link, a signature, a word changed, and a correction. */
const TOLD: readonly Said[] = [
  { id: '0', text: NEWS, url: 'https://s0.example/n' },
  { id: '1', text: NEWS.toUpperCase(), url: 'https://s1.example/x?utm_source=rss' },
  { id: '2', text: `${NEWS} Leído en El Diario del Barrio.` },
  { id: '3', text: NEWS.replace('treinta', 'veintinueve') },
  { id: '4', text: 'Cierra el café de la plaza', url: 'https://s0.example/n?utm_medium=email' },
]

test('in whatever order the sources are gathered, in one go or in many, the same are shown together', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.boolean(), (order, isOneRun) => {
      const { db, sources, save, groups, counts } = openWith(5)
      const gather = (at: number) =>
        save(
          sources[at] ?? 0,
          said({ title: 'Cierra el café', at: `2026-03-09T1${at}:00:00Z`, ...TOLD[at] }),
          said({ id: `o${at}`, title: 'Muy bueno', text: 'Muy bueno', by: `p${at}`, stars: 5, at: AT }),
        )
      if (isOneRun) db.transaction(() => order.forEach(gather))()
      else order.forEach(gather)
      const together = groups()
        .filter((group) => group.length > 1)
        .map((group) => group.toSorted())
      expect(together).toEqual([['0', '1', '2', '3', '4']])
      expect(counts().kept).toEqual(counts().counted)
    }),
    { numRuns: 25 },
  )
})

test('what a transaction that broke off had brought together is brought together all the same the next time', () => {
  const { db, sources, save, groups, counts } = openWith(3)
  const [a = 0, b = 0, c = 0] = sources
  save(a, news('1'))
  expect(() =>
    db.transaction(() => {
      save(b, news('2'), said({ id: 'x', title: 'Jazz', text: OTHER, at: AT }))
      throw new Error('The disk is full.')
    })(),
  ).toThrow('The disk is full.')
  expect(groups()).toEqual([['1']])
  save(c, said({ id: 'y', title: 'Jazz', text: OTHER, at: AT }))
  save(b, news('2'), said({ id: 'x', title: 'Jazz', text: OTHER, at: AT }))
  expect(
    groups()
      .map((group) => group.toSorted())
      .toSorted(),
  ).toEqual([
    ['1', '2'],
    ['x', 'y'],
  ])
  expect(counts().kept).toEqual(counts().counted)
})

test('what another connection saved meanwhile is found as well', () => {
  const { db, sources, save, groups } = openWith(3)
  const [a = 0, b = 0, c = 0] = sources
  save(a, said({ id: 'x', title: 'Jazz', text: OTHER, at: AT }))
  const other = connect({ path: db.name, binding: null, synchronous: 'NORMAL' })
  onTestFinished(() => void other.close())
  other.transaction(() => saveMentions(other, b, [news('1')], Date.parse('2026-03-10T09:00:00Z'))).immediate()
  save(c, news('2'))
  expect(groups().map((group) => group.toSorted())).toContainEqual(['1', '2'])
})

test('two that nobody had reason to compare are brought together by a third that is like both, with their tags', () => {
  const { db, sources, save, groups, counts } = openWith(3)
  const [a = 0, b = 0, c = 0] = sources
  const url = 'https://news.example/cierra-el-cafe'
  save(a, news('alert', { text: 'La cafetería de la plaza cerrará…', url }))
  save(b, news('copy'))
  db.exec("INSERT INTO tag (id, uid, path, key, created_at) VALUES (1, 't', 'prensa', 'prensa', 0)")
  db.exec("INSERT INTO mention_tag SELECT 1, id FROM mention_text WHERE external_id = 'copy'")
  expect(groups()).toHaveLength(2)
  save(c, news('article', { url }))
  expect(groups()).toHaveLength(1)
  expect(groups()[0]?.[0]).toBe('alert')
  expect(
    db
      .prepare('SELECT external_id AS id FROM mention_text JOIN mention_tag ON mention_id = mention_text.id')
      .all(),
  ).toEqual([{ id: 'alert' }])
  db.exec("DELETE FROM counter WHERE subject = 'tag'")
  expect(counts().kept).toEqual(counts().counted)
})

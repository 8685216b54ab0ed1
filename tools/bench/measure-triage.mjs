// @ts-check
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ratio } from './figures.mjs'
import { startProgram } from './program.mjs'
import { inWords, timesOf, timesOfRuns } from './triage/asking.mjs'
import { brandFiles, copyFolder } from './triage/copy.mjs'
import { provideInstall } from './triage/install.mjs'

/** @typedef {import('./figures.mjs').Figure} Figure */
/** @typedef {import('./program.mjs').Program} Program */
/** @typedef {{ program: Program, big: string, small: string, slower: number, folder: string }} Bench */

const MENTIONS = 1_000_000
const PAGE = 50
const TAGGED = 10_000

/**
 * What triage asks of the engine at a million mentions in one brand beside 19 of 10,000.
 * @param {{ say: (line: string) => void, slower: number }} how
 * @returns {Promise<Figure[]>}
 */
export async function measureTriage({ say, slower }) {
  const { folder } = provideInstall({ mentions: MENTIONS, seed: 7, say })
  say('asking the engine about a million mentions')
  const program = await startProgram(folder)
  try {
    const { items } = await program.call('brands.list')
    const idOf = (/** @type {string} */ name) =>
      items.find((/** @type {any} */ brand) => brand.name === name).brandId
    const bench = { program, big: idOf('Million'), small: idOf('Brand 1'), slower, folder }
    return [
      ...(await measureViews(bench)),
      ...(await measureCounts(bench)),
      ...(await measureWords(bench)),
      ...(await measureTags(bench)),
      ...(await measureTogether(bench)),
      ...(await measureActs(bench)),
    ]
  } finally {
    await program.close()
  }
}

/** @param {string} name @param {import('./triage/asking.mjs').Times} times @param {number} goal on a quiet machine @param {number} slower @returns {Figure} */
function within(name, times, goal, slower) {
  return {
    name,
    value: times.p95,
    unit: ' ms',
    limit: goal * slower,
    way: 'at most',
    beside: `${inWords(times)}; goal ${goal} ms`,
  }
}

/** Of several questions the slowest. @param {readonly import('./triage/asking.mjs').Times[]} all */
function worst(all) {
  return all.reduce((slowest, times) => (times.p95 > slowest.p95 ? times : slowest), { p50: 0, p95: 0 })
}

/** @template Item @param {readonly Item[]} items @param {(item: Item) => Promise<import('./triage/asking.mjs').Times>} time */
async function worstOf(items, time) {
  const all = []
  for (const item of items) all.push(await time(item))
  return worst(all)
}

/** @param {Bench} bench */
async function measureViews({ program, big, small, slower }) {
  const views = (await program.call('views.list', { brandId: big })).items
  const page = (/** @type {string} */ brandId, /** @type {string} */ where) =>
    timesOf(program, 40, () => ['mentions.list', { brandId, where, limit: PAGE }])
  const opened = await worstOf(views, (/** @type {any} */ view) => page(big, view.where))
  const [here, there] = [await page(big, 'is:resolved'), await page(small, 'is:resolved')]
  const first = await program.call('mentions.list', { brandId: big, where: '', limit: PAGE })
  const half = await program.call('mentions.list', {
    brandId: big,
    startAt: middleOf(await program.call('mentions.days', { brandId: big })),
    limit: PAGE,
  })
  const deep = (/** @type {string} */ cursor) =>
    timesOf(program, 60, () => ['mentions.list', { brandId: big, where: '', cursor, limit: PAGE }])
  const [near, far] = [await deep(first.nextCursor), await deep(half.nextCursor)]
  return [
    within('open a view, the slowest of the ready-made, p95', opened, 5, slower),
    ratio(
      'the same page at 1,000,000: of 10,000',
      here.p50 / there.p50,
      2,
      `${inWords(here)}, ${inWords(there)}`,
    ),
    ratio('a page 500,000 deep: of the first', far.p50 / near.p50, 1.5, `${inWords(far)}, ${inWords(near)}`),
  ]
}

/** The day before which half of everything was said. @param {{ days: { day: string, count: number }[], count: number }} all */
function middleOf({ days, count }) {
  let sum = 0
  return days.find((day) => (sum += day.count) * 2 >= count)?.day ?? ''
}

/** @param {Bench} bench */
async function measureCounts({ program, big, slower }) {
  const views = await timesOf(program, 60, () => ['views.list', { brandId: big }])
  const tags = await timesOf(program, 60, () => ['tags.list', { brandId: big }])
  const brands = await timesOf(program, 60, () => ['brands.list', {}])
  const own = [
    'rating:<=2 lang:es',
    'servicio -tag:"topic 1"',
    'from:ana is:unread',
    'tag:"topic 3/part 2" is:unanswered',
    'is:resolved rating:1 lang:pt',
  ]
  const counted = await worstOf(own, (where) =>
    timesOf(program, 4, () => ['views.counts', { brandId: big, where: [where] }]),
  )
  return [
    within('counts of the ready-made views, p95', views, 1, slower),
    within('counts of 60 tags, p95', tags, 1, slower),
    within('counts of 20 brands, p95', brands, 1, slower),
    within('a view of one’s own counted in the background, p95', counted, 1000, slower),
  ]
}

/** @param {Bench} bench */
async function measureWords({ program, big, slower }) {
  const search = (/** @type {number} */ times) => (/** @type {string} */ query) =>
    timesOf(program, times, () => ['mentions.search', { brandId: big, query, limit: PAGE }])
  // From words that half of all texts have to one that nobody wrote.
  const words = await worstOf(['de', 'cliente', 'servicio', 'delivery', 'terka', 'xuzazaba'], search(40))
  const typed = await worstOf(['serv*', 'deliv*', 'nunc*', 'excel*', 'çãoç*', 'batr*'], search(12))
  return [
    within('a whole word, newest first, the slowest, p95', words, 5, slower),
    within('as one types, from 4 letters, the slowest, p95', typed, 60, slower),
  ]
}

/** @param {Bench} bench */
async function measureTags({ program, big, slower }) {
  const list = (/** @type {string} */ where) =>
    timesOf(program, 20, () => ['mentions.list', { brandId: big, where, limit: PAGE }])
  const three = await worstOf(
    [
      'tag:"topic 1/part 1" tag:"topic 1/part 2" tag:"topic 2/part 3"',
      'tag:"topic 9/part 1" tag:"topic 8/part 2" tag:"topic 7/part 3"',
      'tag:"topic 0" tag:"topic 1" tag:"topic 2"',
    ],
    list,
  )
  const days = await worstOf(['tag:"topic 1/part 2"', 'tag:"topic 2"'], (tag) =>
    timesOf(program, 20, () => ['mentions.days', { brandId: big, where: `${tag} after:-90d` }]),
  )
  const six = await worstOf(
    [
      'is:unanswered rating:<=2 lang:es -tag:"topic 1" after:-180d entrega',
      'tag:"topic 3" is:unanswered rating:<=2 -spam lang:pt before:2026-10-01',
      'is:resolved source:"Site 10" tag:"topic 2" rating:>=4 servicio lang:es',
      'is:open lang:en kind:review rating:1 after:-365d has:tag',
      'tag:"topic 1" -tag:"topic 2" rating:<=2 is:unanswered from:"Ana" source:"Site 10"',
      'is:unanswered rating:<=2 from:maria lang:es after:-180d -spam',
    ],
    list,
  )
  return [
    within('three tags at once, the slowest, p95', three, 15, slower),
    within('90 days of a tag, p95', days, 10, slower),
    within('a question of six terms, the slowest, p95', six, 50, slower),
  ]
}

/** @param {Bench} bench */
async function measureTogether({ program, slower }) {
  const all = await worstOf(['is:open', '', 'is:unanswered'], (where) =>
    timesOf(program, 40, () => ['mentions.list', { where, limit: PAGE }]),
  )
  return [within('the first page of all 20 brands, p95', all, 10, slower)]
}

/**
 * On a copy, because it writes: 10,000 of a view are tagged and the tag taken back, beside the one statement that puts as
 * many rows into the same table.
 * @param {Bench} bench
 */
async function measureActs({ folder }) {
  const copy = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    copyFolder(folder, copy)
    const statement = timeStatement(copy)
    const program = await startProgram(copy)
    try {
      const { items } = await program.call('brands.list')
      const brandId = items.find((/** @type {any} */ brand) => brand.name === 'Million').brandId
      const on = { brandId, where: await tenThousand(program, brandId), asOf: new Date().toISOString() }
      const taken = []
      for (let round = 0; round < 7; round += 1) {
        const started = performance.now()
        const { actId, count } = await program.call('acts.do', { on, act: { kind: 'tag', tag: 'topic new' } })
        taken.push(((performance.now() - started) / count) * TAGGED)
        await program.call('acts.undo', { actId })
      }
      const ours = taken.toSorted((a, b) => a - b)[3] ?? 0
      return [
        ratio(
          'tag 10,000 of a view: of the one SQL statement',
          ours / statement,
          2,
          `${ours.toFixed(0)} ms, the statement ${statement.toFixed(0)} ms`,
        ),
      ]
    } finally {
      await program.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** A question that about 10,000 match. @param {Program} program @param {string} brandId */
async function tenThousand(program, brandId) {
  const { days } = await program.call('mentions.days', { brandId, where: 'is:resolved' })
  let sum = 0
  const last = days.toReversed().find((/** @type {any} */ day) => (sum += day.count) >= TAGGED)
  return `is:resolved after:${last.day}`
}

/** Ten thousand rows of a view into the same table, committed, the median of seven, ms. @param {string} folder */
function timeStatement(folder) {
  const [path] = brandFiles(folder)
  const db = new Sqlite(path ?? '')
  db.pragma('synchronous = FULL')
  db.exec("INSERT INTO tag (id, uid, path, key, created_at) VALUES (9999, 'bench', 'bench', 'bench', 0)")
  const rows = db
    .prepare('SELECT id FROM mention_state WHERE status = 3 ORDER BY id DESC LIMIT 10000')
    .pluck()
    .all()
  const json = JSON.stringify(rows)
  const insert = db.prepare('INSERT INTO mention_tag SELECT 9999, value FROM json_each(?)')
  const clear = db.prepare('DELETE FROM mention_tag WHERE tag_id = 9999')
  const runs = Array.from({ length: 7 }, () => {
    const { p50 } = timesOfRuns(1, () => insert.run(json))
    clear.run()
    return p50
  })
  db.exec('DELETE FROM tag WHERE id = 9999')
  db.close()
  return runs.toSorted((a, b) => a - b)[3] ?? 0
}

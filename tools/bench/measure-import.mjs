// @ts-check
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { stringify } from 'csv-stringify/sync'
import { ratio } from './figures.mjs'
import { importByTextbook, makeTextbook, provideTextbook } from './import/textbook.mjs'
import { startProgram } from './program.mjs'
import { seeded } from './random.mjs'
import { brandFiles, copyFolder, markUnderstood } from './triage/copy.mjs'
import { provideInstall } from './triage/install.mjs'
import { DAYS } from './triage/talk.mjs'
import { LANGUAGES, writer } from './words.mjs'

/** @typedef {{ say: (line: string) => void, rounds: number }} How */

const ROWS = 100_000
const STEP_MS = (DAYS * 86_400_000) / ROWS
/** As it was set, from runs into a base of a million. */
const GOAL = 0.5
/** Nothing was said of an empty brand, where the textbook has no large file to write all over. */
const NO_SLOWER = 1

/**
 * A whole import of two years of reviews, against the textbook design: into a brand of a million mentions of the same two
 * years, as the figure it is held to was measured, and into an empty one. They take turns.
 * @param {How} how
 */
export async function measureImport({ say, rounds }) {
  const { folder: install, until } = provideInstall({ mentions: 1_000_000, seed: 7, say })
  const [big = ''] = brandFiles(install)
  const textbook = `${install}-textbook.db`
  provideTextbook(textbook, big, say)
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    const csv = join(folder, 'reviews.csv')
    writeFileSync(csv, makeCsv(until))
    const copy = {
      textbook: (/** @type {string} */ path) => copyFileSync(textbook, path, constants.COPYFILE_FICLONE),
      ours: (/** @type {string} */ data) => {
        copyFolder(install, data)
        for (const path of brandFiles(data)) markUnderstood(path)
      },
    }
    const nothing = { textbook: makeTextbook, ours: () => undefined }
    say(`importing ${ROWS} rows of CSV`)
    return [
      await measureInto('a million', copy, { csv, folder, rounds }, GOAL),
      await measureInto('an empty brand', nothing, { csv, folder, rounds }, NO_SLOWER),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @typedef {object} Bases
 * @property {(path: string) => void} textbook makes the textbook's
 * @property {(folder: string) => void} ours makes our data folder
 */

/**
 * @param {string} what @param {Bases} bases @param {{ csv: string, folder: string, rounds: number }} how @param {number} limit
 * @returns {Promise<import('./figures.mjs').Figure>}
 */
async function measureInto(what, bases, { csv, folder, rounds }, limit) {
  const turns = []
  for (let round = 0; round < rounds; round += 1) {
    const work = join(folder, 'work')
    const theirs = await inFolder(work, async () => {
      const path = join(work, 'textbook.db')
      bases.textbook(path)
      settle(work)
      return importByTextbook(csv, path)
    })
    const ours = await inFolder(work, async () => {
      bases.ours(work)
      settle(work)
      return importOurs(csv, work)
    })
    turns.push({ theirs, ours, share: ours / theirs })
  }
  const middle = turns.toSorted((a, b) => a.share - b.share)[Math.floor(rounds / 2)]
  const beside = turns.map(({ ours, theirs }) => `${seconds(ours)} of ${seconds(theirs)} s`).join(', ')
  return ratio(
    `import of 100,000 rows into ${what}: of the trigger design`,
    middle?.share ?? 0,
    limit,
    beside,
  )
}

/** @param {number} ms */
function seconds(ms) {
  return (ms / 1000).toFixed(1)
}

/** @template Result @param {string} folder @param {() => Promise<Result>} run */
async function inFolder(folder, run) {
  mkdirSync(folder)
  try {
    return await run()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What was copied lies on the disk before the clock starts. @param {string} folder */
function settle(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = openSync(join(entry.parentPath, entry.name), 'r+')
    fsyncSync(file)
    closeSync(file)
  }
}

/** Reviews as sites export them: the newest first. @param {number} until */
function makeCsv(until) {
  const random = seeded(5)
  const write = writer(random)
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const language = LANGUAGES[Math.floor(random() * 3)] ?? 'es'
    return {
      id: createHash('md5').update(`5:${index}`).digest('hex'),
      date: new Date(until - (index + random()) * STEP_MS).toISOString(),
      author: write.name(),
      rating: 1 + Math.floor(random() * 5),
      title: write.sentence(language, 5),
      text: write.body(language),
      url: `https://reviews.example/posts/${index}`,
    }
  })
  return stringify(rows, { header: true })
}

/** @param {string} csv @param {string} folder @returns {Promise<number>} ms */
async function importOurs(csv, folder) {
  const program = await startProgram(folder)
  try {
    const { items } = await program.call('brands.list')
    const { brandId } =
      items.find((/** @type {any} */ brand) => brand.name === 'Million') ??
      (await program.call('brands.create', { name: 'Bench' }))
    const started = performance.now()
    const result = await program.call('import.file', { brandId, path: csv })
    if (result.added !== ROWS) throw new Error(`${result.added} of ${ROWS} rows were added.`)
    copyLog(folder)
    return performance.now() - started
  } finally {
    await program.close()
  }
}

/** What the program would leave for a quiet moment, the textbook did in its time. @param {string} folder */
function copyLog(folder) {
  const [path = ''] = brandFiles(folder)
  const db = new Sqlite(path)
  db.pragma('wal_checkpoint(PASSIVE)')
  db.close()
}

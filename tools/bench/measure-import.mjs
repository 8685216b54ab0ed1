// @ts-check
import { createHash } from 'node:crypto'
import { constants, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { ratio } from './figures.mjs'
import { importByTextbook, makeTextbook, provideTextbook } from './import/textbook.mjs'
import { startProgram } from './program.mjs'
import { seeded } from './random.mjs'
import { brandFiles, copyFolder, markUnderstood } from './triage/copy.mjs'
import { provideInstall } from './triage/install.mjs'
import { DAYS } from './triage/talk.mjs'
import { LANGUAGES, writer } from './words.mjs'

/** @typedef {{ say: (line: string) => void }} How */

const ROWS = 100_000
const STEP_MS = (DAYS * 86_400_000) / ROWS

/**
 * A whole import of two years of reviews, against the textbook design: into a brand of a million mentions of the same two
 * years, as the figure it is held to was measured, and into an empty one.
 * @param {How} how
 */
export async function measureImport({ say }) {
  const { folder: install, until } = provideInstall({ mentions: 1_000_000, seed: 7, say })
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-bench-'))
  try {
    const csv = join(folder, 'reviews.csv')
    writeFileSync(csv, makeCsv(until))
    return [
      await measureInto('a million', csv, () => ofAMillion(install, folder, say), say),
      await measureInto('an empty brand', csv, () => ofNothing(folder), say),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} what @param {string} csv @param {() => { textbook: string, data: string }} prepare @param {How['say']} say
 */
async function measureInto(what, csv, prepare, say) {
  say(`importing ${ROWS} rows of CSV into ${what}`)
  const { textbook, data } = prepare()
  const theirs = await importByTextbook(csv, textbook)
  const ours = await importOurs(csv, data)
  const beside = `${(ours / 1000).toFixed(1)} s, textbook ${(theirs / 1000).toFixed(1)} s`
  return ratio(`import of 100,000 rows into ${what}: of the trigger design`, ours / theirs, 0.5, beside)
}

/** @param {string} install @param {string} folder @param {How['say']} say */
function ofAMillion(install, folder, say) {
  const [big = ''] = brandFiles(install)
  const known = `${install}-textbook.db`
  provideTextbook(known, big, say)
  const textbook = join(folder, 'textbook-of-a-million.db')
  copyFileSync(known, textbook, constants.COPYFILE_FICLONE)
  const data = join(folder, 'million')
  copyFolder(install, data)
  for (const path of brandFiles(data)) markUnderstood(path)
  return { textbook, data }
}

/** @param {string} folder */
function ofNothing(folder) {
  const textbook = join(folder, 'textbook.db')
  makeTextbook(textbook)
  return { textbook, data: join(folder, 'empty') }
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
    return performance.now() - started
  } finally {
    await program.close()
  }
}

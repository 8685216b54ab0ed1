// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertBrandRow } from '../../../src-main/engine/brand/store.ts'
import { colourFor } from '../../../src-main/engine/brand/colours.ts'
import { brandMigrations } from '../../../src-main/engine/store/migrations/brand/index.ts'
import { openStores } from '../../../src-main/engine/store/stores.ts'
import { fillBrand } from './fill.mjs'

/** Goes up when what is generated changes. */
const VERSION = 5
const BIG = { sources: 810, tags: 60 }
const SMALL = { mentions: 10_000, sources: 10, tags: 60, brands: 19 }

/**
 * A data folder with one brand of many mentions beside 19 of 10,000: 60 tags each, 1,000 sources in all. It is made once for
 * a seed, a size and a schema, in a minute or two, and kept among the system's temporary files; it is never to be
 * written into: `copyOf` in the measures that act.
 * @param {{ mentions: number, seed: number, say: (line: string) => void }} what
 * @returns {{ folder: string, until: number }}
 */
export function provideInstall({ mentions, seed, say }) {
  const until = newestAt()
  const migrations = brandMigrations.map(({ name }) => name).join()
  const key = createHash('sha256').update(`${VERSION} ${migrations} ${until}`).digest('hex').slice(0, 10)
  const folder = join(tmpdir(), 'ventanilla-bench', `${mentions}-seed${seed}-${key}`)
  if (existsSync(join(folder, 'whole'))) return { folder, until }
  say(`making ${mentions} mentions in one brand beside ${SMALL.brands} brands of ${SMALL.mentions}, once`)
  const building = `${folder}.building`
  rmSync(building, { recursive: true, force: true })
  mkdirSync(building, { recursive: true })
  buildInstall(building, { mentions, seed, until }, say)
  writeFileSync(join(building, 'whole'), '')
  rmSync(folder, { recursive: true, force: true })
  renameSync(building, folder)
  return { folder, until }
}

/** The first day of this month: a folder serves for as long, and its newest mentions are weeks old at most. */
function newestAt() {
  const now = new Date()
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)
}

/** @param {string} folder @param {{ mentions: number, seed: number, until: number }} size @param {(line: string) => void} say */
function buildInstall(folder, { mentions, seed, until }, say) {
  const stores = openStores({ folder, binding: null })
  for (let brand = 0; brand <= SMALL.brands; brand += 1) {
    const size = brand === 0 ? { ...BIG, mentions } : SMALL
    const started = performance.now()
    stores.addBrand(until, (file) => {
      insertBrandRow(file, {
        uid: file.uid,
        name: brand === 0 ? 'Million' : `Brand ${brand}`,
        words: '[]',
        handles: '["Bench"]',
        languages: '["es","en","pt"]',
        timezone: 'Europe/Madrid',
        answers_from: null,
        address: null,
        signature: '',
        colour: colourFor(brand),
        sample: 0,
        created_at: until,
      })
      fillBrand(file.db, { ...size, until, seed: seed + brand })
    })
    if (brand === 0) say(`${mentions} mentions in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  }
  stores.close()
}

// @ts-check
import Sqlite from 'better-sqlite3'
import { seeded } from './random.mjs'

/** What both took on the quiet machine the goals were written on, in ms. */
const QUIET = { loop: 31, query: 0.12 }

/**
 * How much slower this machine is now than that quiet one: 1 or more. A fixed loop for the processor, and the newest page
 * of a table for SQLite; the worse of the two counts.
 */
export function slowness() {
  const loop = median(Array.from({ length: 9 }, measureLoop))
  const query = measureQuery()
  return { factor: Math.max(1, loop / QUIET.loop, query / QUIET.query), loop, query }
}

function measureLoop() {
  const random = seeded(7)
  const started = performance.now()
  let sum = 0
  for (let count = 0; count < 5_000_000; count += 1) sum += random()
  if (sum < 0) throw new Error('A sum of what is not negative was.')
  return performance.now() - started
}

function measureQuery() {
  const db = new Sqlite(':memory:')
  db.exec(`
    CREATE TABLE mention (id INTEGER PRIMARY KEY, title TEXT, body TEXT);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
      INSERT INTO mention SELECT i, 'Llegó tarde ' || i, hex(randomblob(180)) FROM n`)
  const page = db.prepare('SELECT * FROM mention ORDER BY id DESC LIMIT 50')
  const times = Array.from({ length: 300 }, () => {
    const started = performance.now()
    page.all()
    return performance.now() - started
  })
  db.close()
  return median(times)
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 50)
}

/** @param {readonly number[]} values @param {number} share 0 to 100 */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0
}

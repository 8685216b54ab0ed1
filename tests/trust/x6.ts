import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { CANARY_BYTES } from '../support/misbehaving/canary.ts'
import { families } from '../support/misbehaving/index.ts'
import { startMisbehaving } from '../support/misbehaving/server.ts'
import { startTrustEngine } from './engine.ts'
import type { Family } from './family.ts'
import { addCases } from './sources.ts'

/** Bytes of files that entities name; the second is the beginning of any /etc/passwd. */
const FILE_BYTES = [CANARY_BYTES, 'root:x:0:0']

/** Entities, includes and stylesheets: nothing of this computer comes in, and nothing goes out. */
export const x6: Family = {
  id: 'X6',
  about: 'entities that read files or ask addresses',
  run: async () => {
    const cases = [...families.entities, ...families.links]
    const server = await startMisbehaving(cases)
    const engine = await startTrustEngine()
    try {
      const { brandId } = await engine.call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
      await addCases(engine, brandId, server, cases)
      await engine.call('gather.run', { brandId })
      const stored = everythingIn(engine.folder)
      const found = FILE_BYTES.filter((bytes) => stored.some((text) => text.includes(bytes)))
      const hits = [...server.canary.hits]
      return {
        id: 'X6',
        figures: [
          {
            what: `documents gathered, texts looked through`,
            value: `${cases.length}, ${stored.length}`,
            goal: '-',
          },
          { what: 'files whose bytes came in', value: String(found.length), goal: '0' },
          { what: 'requests at the canary', value: String(hits.length), goal: '0' },
        ],
        breaches: [
          ...(stored.length < cases.length ? ['too little was gathered to mean anything'] : []),
          ...found.map((bytes) => `stored: ${bytes}`),
          ...hits.map((hit) => `asked ${hit}`),
        ],
      }
    } finally {
      await engine.close()
      await server.close()
    }
  },
}

/** Every text and every packed text of every table of every brand. */
function everythingIn(folder: string): string[] {
  const files = readdirSync(join(folder, 'brands')).filter((name) => name.endsWith('.sqlite'))
  return files.flatMap((name) => {
    const db = new Sqlite(join(folder, 'brands', name), { readonly: true })
    const tables = db
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'mention%'`,
      )
      .all()
    const texts = tables.flatMap((table) =>
      db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table.name}"`).all().flatMap(textsOf),
    )
    db.close()
    return texts
  })
}

function textsOf(row: Record<string, unknown>): string[] {
  return Object.values(row).flatMap((value) => {
    if (typeof value === 'string') return [value]
    return value instanceof Uint8Array ? [unpacked(value)] : []
  })
}

function unpacked(bytes: Uint8Array): string {
  try {
    return inflateRawSync(bytes).toString('utf8')
  } catch {
    return Buffer.from(bytes).toString('latin1')
  }
}

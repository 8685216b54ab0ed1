import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { brandPath } from '../../../src-main/engine/store/stores.ts'
import { startTestEngine } from '../../support/test-engine.ts'

/** Two brands with a mention each; then something happens to the first one's file. */
async function twoBrands(happens: (path: string) => void) {
  const engine = startTestEngine()
  const luna = await engine.addBrand({ name: 'Café Luna' })
  const nube = await engine.addBrand({ name: 'Nube Móvil' })
  engine.addMention(luna, 'Frío')
  engine.addMention(nube, 'Sin línea')
  const uid = (await engine.call('brands.list', {})).items[0]?.uid ?? ''
  await engine.close()
  const path = brandPath(engine.folder, uid)
  happens(path)
  return { path, luna, again: startTestEngine({ folder: engine.folder }) }
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

const makeNewer = (path: string) => {
  const db = new Sqlite(path)
  db.pragma('user_version = 999')
  db.close()
}

test.each([
  ['of a newer Ventanilla', 'newer-file', makeNewer],
  [
    'that is no database any more',
    'damaged-file',
    (path: string) => writeFileSync(path, 'nada que ver '.repeat(99)),
  ],
  ['that is gone', 'missing-file', (path: string) => rmSync(path)],
])(
  'a brand’s file %s is named and left alone, and every other brand goes on',
  async (_what, kind, happens) => {
    const { luna, again } = await twoBrands(happens)

    expect(await again.call('brands.list', {})).toMatchObject({
      items: [{ name: 'Nube Móvil', unread: 1 }],
      unopened: [{ brandId: luna, failure: { kind } }],
    })
    expect(await again.call('mentions.list', { limit: 10 })).toMatchObject({ items: [{ text: 'Sin línea' }] })
    await expect(again.call('mentions.list', { brandId: luna, limit: 10 })).rejects.toMatchObject({
      failure: { kind },
    })
  },
)

test('a file that cannot be opened is in the backup as it is, and is not touched', async () => {
  const { path, again } = await twoBrands(makeNewer)
  const before = hashOf(path)
  const { path: backup } = await again.call('store.backup', {})
  expect(hashOf(path)).toBe(before)
  expect(hashOf(path.replace(again.folder, backup))).toBe(before)
  expect((await again.call('store.check', {})).files.map(({ ok }) => ok)).toEqual([true, true, false])
})

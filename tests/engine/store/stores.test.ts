import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStores } from '../../../src-main/engine/store/stores.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 2, 2)
const inUse = expect.objectContaining({ failure: expect.objectContaining({ kind: 'in-use' }) })

test('a data folder has one engine: a second one is told that it is in use', () => {
  const folder = temporaryFolder()
  const first = openStores({ folder, binding: null })
  expect(() => openStores({ folder, binding: null })).toThrow(inUse)
  first.close()
  openStores({ folder, binding: null }).close()
})

test('each brand has a file of its own, and erasing a brand deletes it and touches no other', () => {
  const stores = openStores({ folder: temporaryFolder(), binding: null })
  const aurora = stores.addBrand(NOW, () => undefined)
  const nube = stores.addBrand(NOW, () => undefined)

  stores.eraseBrand(aurora.brandId)

  expect(existsSync(aurora.path)).toBe(false)
  expect(existsSync(nube.path)).toBe(true)
  expect(stores.brandIds()).toEqual([nube.brandId])
  expect(() => stores.brand(aurora.brandId)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ kind: 'not-found' }) }),
  )
  stores.close()
})

test('the id of an erased brand is never given to another', () => {
  const stores = openStores({ folder: temporaryFolder(), binding: null })
  const first = stores.addBrand(NOW, () => undefined).brandId
  stores.eraseBrand(first)
  expect(stores.addBrand(NOW, () => undefined).brandId).not.toBe(first)
  stores.close()
})

test('a brand that could not be written whole is no brand, and leaves no file', () => {
  const folder = temporaryFolder()
  const stores = openStores({ folder, binding: null })
  expect(() =>
    stores.addBrand(NOW, () => {
      throw new Error('the disk is full')
    }),
  ).toThrow('the disk is full')
  expect(stores.brandIds()).toEqual([])
  expect(readdirSync(join(folder, 'brands'))).toEqual([])
  stores.close()
})

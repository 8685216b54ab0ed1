import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { brandPath } from '../../src-main/engine/store/stores.ts'
import { launchApp } from '../support/app.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startTestEngine } from '../support/test-engine.ts'

test('a brand’s file of a newer Ventanilla is named in the window, and the other brand can be used', async () => {
  const folder = temporaryFolder()
  const engine = startTestEngine({ folder })
  const luna = await engine.addBrand({ name: 'Café Luna' })
  await engine.call('brands.addSample', {})
  const uid = (await engine.call('brands.list', {})).items.find(({ brandId }) => brandId === luna)?.uid ?? ''
  await engine.close()
  const db = new Sqlite(brandPath(folder, uid))
  db.pragma('user_version = 999')
  db.close()

  const { page } = await launchApp({ folder })
  const note = page.getByRole('alert')
  await note.getByText('Este archivo lo escribió una Ventanilla más nueva.').waitFor()
  await note.getByRole('button', { name: 'Cerrar' }).click()
  await note.waitFor({ state: 'detached' })
  expect(await page.getByRole('option').count()).toBeGreaterThan(0)
})

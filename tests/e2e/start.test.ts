import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { launchApp } from '../support/app.ts'

/** Where the window keeps how it looked. */
const lookOf = (folder: string) => join(folder, 'window', 'last-look.json')

/** A data folder whose window was dark and English when it was last open. */
async function openedBefore(): Promise<string> {
  const { page, folder, close } = await launchApp({ sample: true })
  await page.evaluate(() => window.engine.call('settings.set', { theme: 'dark', language: 'en' }, 'dark'))
  await expect.poll(() => readFileSync(lookOf(folder), 'utf8')).toContain('"dark"')
  await close()
  return folder
}

/** Another program is writing into the install's file: the engine waits until `letGo`. */
function keepWriting(folder: string): { letGo: () => void } {
  const db = new Sqlite(join(folder, 'install.sqlite'))
  onTestFinished(() => void db.close())
  db.exec('BEGIN IMMEDIATE')
  return { letGo: () => db.exec('ROLLBACK') }
}

test('the window stands there as it was last, while the engine still opens its files', async () => {
  const folder = await openedBefore()
  const { letGo } = keepWriting(folder)
  const { page } = await launchApp({ folder, until: 'drawn' })
  const rail = page.getByRole('navigation')
  await rail.getByRole('button', { name: 'Unanswered', exact: true }).waitFor()
  await rail.getByText('Orvallina').first().waitFor()
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark')
  expect(await page.locator('[data-ready]').count(), 'nothing was answered yet').toBe(0)
  expect(await page.getByRole('option').count()).toBe(0)
  letGo()
  await page.getByRole('option').first().waitFor()
  await page.waitForSelector('[data-ready]')
})

test('what was kept of it and is torn, or of another build, is not taken', async () => {
  const folder = await openedBefore()
  const whole = readFileSync(lookOf(folder), 'utf8')
  for (const spoilt of [whole.slice(0, -40), whole.replace(/index-[^.]+/, 'index-other'), '[]', '']) {
    writeFileSync(lookOf(folder), spoilt)
    const { page, close } = await launchApp({ folder })
    await page.getByRole('option').first().waitFor()
    await expect.poll(() => readFileSync(lookOf(folder), 'utf8')).toBe(whole)
    await close()
  }
})

test('who closes the window while the engine still waits for a file is not kept waiting for ever', async () => {
  const folder = await openedBefore()
  keepWriting(folder)
  const { close } = await launchApp({ folder, until: 'drawn' })
  await close()
})

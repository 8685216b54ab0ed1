import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'
import { engineOf } from '../support/outside.ts'
import { startTestEngine } from '../support/test-engine.ts'

const DAY = 86_400_000

/** A brand to which something was said on each of 450 days, the last of them today; every tenth is an answer to the one before. */
async function folderOfYears(): Promise<string> {
  const engine = startTestEngine({ at: new Date().toISOString() })
  const brandId = await engine.addBrand({ name: 'Café Lunes', timezone: 'UTC' })
  let last = engine.addMention(brandId, 'Lo primero de todo', { publishedAt: daysAgo(449) })
  for (let days = 448; days >= 1; days -= 1) {
    const answers = days % 10 === 0 ? { answers: last } : {}
    last = engine.addMention(brandId, `Dicho hace ${days} días`, { publishedAt: daysAgo(days), ...answers })
  }
  await engine.close()
  return engine.folder
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY).toISOString()
}

const list = (page: Page) => page.getByRole('listbox', { name: 'Menciones' })
const axis = (page: Page) => page.getByRole('slider', { name: 'Fecha' })
const row = (page: Page, text: string) => page.getByRole('option').filter({ hasText: text })

test('a list of years is walked by its dates, and what arrives meanwhile moves nothing', async () => {
  const { page } = await launchApp({ folder: await folderOfYears() })
  await row(page, 'Dicho hace 1 días').first().waitFor()
  await axis(page).waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await page.keyboard.press('End')
  await row(page, 'Lo primero de todo').waitFor()
  const before = await axis(page).getAttribute('aria-valuetext')
  expect(before).toContain('1 mención')
  await page.keyboard.press('PageUp')
  await expect.poll(() => axis(page).getAttribute('aria-valuetext')).not.toBe(before)

  const box = await axis(page).boundingBox()
  if (!box) throw new Error('The axis is drawn.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 4, { steps: 2 })
  const day = page.getByRole('status').filter({ hasText: '1 mención' })
  await day.waitFor()
  const goal = await day.innerText()
  await page.mouse.up()
  await expect.poll(() => axis(page).getAttribute('aria-valuetext')).toBe(goal)
  await row(page, /Dicho hace 2[12]\d días/.source)
    .first()
    .or(row(page, 'Dicho hace 22'))
    .first()
    .waitFor()
  await expect.poll(() => list(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(80)

  const inSight = () =>
    list(page).evaluate((element) => {
      const top = element.getBoundingClientRect().top + 4
      const rows = [...element.querySelectorAll('[role="option"]')]
      return rows.find((each) => each.getBoundingClientRect().bottom > top)?.textContent ?? ''
    })
  const looked = await inSight()
  await addByHand(page, 'Acaba de llegar')
  await page.getByRole('button', { name: '1 nueva' }).waitFor()
  expect(await inSight()).toBe(looked)
  await list(page).focus()
  await page.keyboard.press('Shift+N')
  await row(page, 'Acaba de llegar').waitFor()
  expect(await page.getByRole('button', { name: '1 nueva' }).count()).toBe(0)
})

test('everything a view holds is resolved by keys alone, with its brand named, and undone at once', async () => {
  const { page } = await launchApp({ folder: await folderOfYears() })
  await row(page, 'Dicho hace 1 días').first().waitFor()
  await page.keyboard.press('Shift+D')
  await expect.poll(() => list(page).getAttribute('data-density')).toBe('compact')
  await page.keyboard.press('Shift+G')
  await page.getByTitle('2 menciones en la conversación').first().waitFor()
  await page.keyboard.press('Shift+G')
  await axis(page).waitFor()

  await page.keyboard.press('*')
  await page.keyboard.press('a')
  await page.getByText('Marcadas 449 menciones: todo lo que hay en esta vista de Café Lunes.').waitFor()
  await addByHand(page, 'Acaba de llegar')
  await page.getByRole('button', { name: '1 nueva' }).waitFor()
  await page.keyboard.press('Shift+E')
  const question = page.getByRole('dialog')
  await question.getByText('449 menciones de Café Lunes').waitFor()
  await page.keyboard.press('Enter')
  await row(page, 'Acaba de llegar').waitFor()
  expect(await page.getByRole('option').count()).toBe(1)
  await page.keyboard.press('z')
  await row(page, 'Dicho hace 1 días').first().waitFor()
})

/** As if it were gathered now: nobody of this window wrote it. */
async function addByHand(page: Page, text: string): Promise<void> {
  const ask = engineOf(page)
  const { items } = await ask('brands.list', {})
  for (const { brandId } of items.slice(0, 1)) await ask('mentions.add', { brandId, text })
}

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'

/** All at once, as fast as the window takes them. */
const quickly = (page: Page, ...pressed: readonly string[]) =>
  Promise.all(pressed.map((key) => page.keyboard.press(key)))

const chosen = (page: Page) =>
  page.getByRole('listbox', { name: 'Menciones' }).getByRole('option', { selected: true })

test('keys that are faster than a list wait for it, and do what they say to what it holds', async () => {
  const { page } = await launchApp({ sample: true })
  await quickly(page, 'g', 'u')
  await page.getByRole('heading', { name: 'Sin respuesta', level: 1 }).waitFor()
  await page.keyboard.press('j')
  const first = (await chosen(page).innerText()).split('\n')[0] ?? ''
  expect(first).not.toBe('')
  await quickly(page, 'g', 'i')
  await page.getByRole('heading', { name: 'Bandeja', level: 1 }).waitFor()

  await quickly(page, 'g', 'u', 'j', 'Enter', 't', ...Array.from('zeta/prisa'), 'Enter')
  await page.getByText('Etiquetada: zeta/prisa').first().waitFor()
  expect((await chosen(page).innerText()).split('\n')[0]).toBe(first)
  await expect.poll(() => chosen(page).innerText()).toContain('zeta')
  // None of the letters was a command: nothing was resolved, snoozed, or opened elsewhere.
  await page.keyboard.press('Escape')
  await quickly(page, 'z')
  await expect.poll(() => chosen(page).innerText()).not.toContain('zeta')
})

test('one after another is resolved, however fast: no key is lost, none is done twice to the same', async () => {
  const { page } = await launchApp({ sample: true })
  await quickly(page, 'g', 'u')
  await page.getByRole('heading', { name: 'Sin respuesta', level: 1 }).waitFor()
  const waiting = async () =>
    Number((await page.getByRole('button', { name: /^Sin respuesta/ }).innerText()).split('\n').at(-1))
  const before = await waiting()
  await quickly(page, 'j', 'Shift+E', 'Shift+E', 'Shift+E')
  await expect.poll(waiting).toBe(before - 3)
})

test('what was read stays in Unread until one leaves, and neither follows into another view nor is there again', async () => {
  const { page } = await launchApp({ sample: true })
  const goTo = async (view: string) => {
    await page.getByRole('button', { name: new RegExp(`^${view}`) }).click()
    await page.getByRole('heading', { name: view, level: 1 }).waitFor()
  }
  const unread = page.getByRole('button', { name: /^Sin leer/ })
  await goTo('Sin leer')
  const before = await unread.innerText()
  await page.keyboard.press('j')
  const read = (await chosen(page).innerText()).split('\n')[0] ?? ''
  await expect.poll(() => unread.innerText()).not.toBe(before)
  await expect
    .poll(() => chosen(page).innerText(), { message: 'it stays while one is there' })
    .toContain(read)
  const listed = async () => Number(await page.getByRole('option').first().getAttribute('aria-setsize'))
  const there = await listed()
  await goTo('Pendientes')
  await expect.poll(() => page.getByRole('option').filter({ hasText: read }).count()).toBe(0)
  await goTo('Sin leer')
  await expect.poll(listed).toBe(there - 1)
})

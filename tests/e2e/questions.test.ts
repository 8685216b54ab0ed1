import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'

const keys = async (page: Page, ...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

const box = (page: Page) => page.getByRole('searchbox')
/** Once the key that asks for it was heard: keys wait for a list that is on its way, and `fill` waits for no key. */
const boxWithFocus = (page: Page) => box(page).and(page.locator(':focus'))
const chips = (page: Page) =>
  page.getByRole('list', { name: 'Lo que buscas' }).getByRole('listitem').allInnerTexts()
const myViews = (page: Page) =>
  page.getByRole('list', { name: 'Tus vistas' }).locator('button[title]').allInnerTexts()

test('a search becomes a view by keyboard alone: offered words, chips, a name, a digit, and the way back', async () => {
  const { page } = await launchApp({ sample: true })
  await keys(page, '/')
  await page.keyboard.type('es:sin-r')
  await page.getByRole('option', { name: 'es:sin-respuesta' }).waitFor()
  await keys(page, 'ArrowDown', 'Enter')
  await expect.poll(() => box(page).inputValue()).toBe('es:sin-respuesta ')
  await page.keyboard.type('estr')
  await keys(page, 'Tab')
  await expect.poll(() => box(page).inputValue()).toBe('es:sin-respuesta estrellas:')
  await page.keyboard.type('<=2 paraguas*')
  await expect.poll(() => chips(page)).toEqual(['sin respuesta', '2 estrellas o menos', 'paraguas…'])
  const found = page.getByRole('listbox', { name: 'Menciones' }).getByRole('option')
  await expect.poll(() => page.locator('[role="listbox"] mark').first().innerText()).toMatch(/^paraguas/i)

  await keys(page, 'Control+s')
  await page.getByLabel('Nombre de la vista').waitFor()
  await page.keyboard.type('Paraguas que duelen')
  await keys(page, 'Enter')
  await page.getByText('Vista «Paraguas que duelen» guardada.').waitFor()
  await page.getByRole('heading', { name: 'Paraguas que duelen' }).waitFor()
  const count = await found.count()
  expect(count).toBeGreaterThan(0)
  await expect.poll(() => myViews(page)).toEqual([`Paraguas que duelen\n${count}`])

  await keys(page, 'g', 'u')
  await page.getByRole('heading', { name: 'Sin respuesta', level: 1 }).waitFor()
  await keys(page, 'g', '1')
  await page.getByRole('heading', { name: 'Paraguas que duelen' }).waitFor()
  expect(await box(page).inputValue()).toBe('is:open es:sin-respuesta estrellas:<=2 paraguas*')

  const view = page.getByRole('button', { name: /^Paraguas que duelen/ })
  await view.focus()
  await keys(page, 'F2')
  await page.keyboard.type('Con paraguas')
  await keys(page, 'Enter')
  await page.getByText('Ahora se llama «Con paraguas».').waitFor()
  await page.getByRole('button', { name: /^Con paraguas/ }).focus()
  await keys(page, 'Delete')
  await page.getByText('Vista «Con paraguas» quitada.').waitFor()
  await expect.poll(() => page.getByRole('list', { name: 'Tus vistas' }).count()).toBe(0)
  await keys(page, 'z')
  await expect.poll(() => myViews(page)).toEqual([`Con paraguas\n${count}`])
  await keys(page, 'Control+k')
  await page.getByPlaceholder('¿Qué quieres hacer?').fill('Con paraguas')
  await page.getByRole('dialog').getByRole('button', { name: 'Con paraguas' }).waitFor()
  await keys(page, 'Enter')
  await page.getByRole('heading', { name: 'Con paraguas' }).waitFor()
})

test('views are put in order by keys, and a mistake keeps the list while it says what is wrong at the word', async () => {
  const { page } = await launchApp({ sample: true })
  for (const [name, question] of [
    ['Una', 'tiene:borrador'],
    ['Otra', 'es:abierta'],
  ] as const) {
    await keys(page, '/')
    await boxWithFocus(page).fill(question)
    await keys(page, 'Control+s')
    await page.getByLabel('Nombre de la vista').fill(name)
    await keys(page, 'Enter')
    await page.getByRole('heading', { name, level: 1 }).waitFor()
  }
  const names = async () => (await myViews(page)).map((each) => each.split('\n')[0])
  await expect.poll(names).toEqual(['Una', 'Otra'])
  await page.getByRole('button', { name: /^Otra/ }).focus()
  await keys(page, 'Alt+ArrowUp')
  await expect.poll(names).toEqual(['Otra', 'Una'])
  await keys(page, 'z')
  await expect.poll(names).toEqual(['Una', 'Otra'])

  await keys(page, 'g', 'i', '/')
  await boxWithFocus(page).fill('etiqeta:envíos')
  await page.getByText('No se entiende «etiqeta:envíos».').waitFor()
  expect(await page.getByRole('option').count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Cambiar por etiqueta:envíos' }).press('Enter')
  await expect.poll(() => box(page).inputValue()).toBe('etiqueta:envíos')
})

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'

const keys = async (page: Page, ...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

/** The tags of the tree from top to bottom, with how many mentions carry each. */
const tree = (page: Page) =>
  page
    .locator('[data-tag]')
    .evaluateAll((lines) =>
      lines.map(
        (line) => `${line.getAttribute('data-tag') ?? ''} ${line.lastElementChild?.textContent ?? ''}`,
      ),
    )

/** Walks down the tree to a tag. */
async function toTag(page: Page, tag: string): Promise<void> {
  const isThere = () =>
    page.evaluate((wanted) => document.activeElement?.getAttribute('data-tag') === wanted, tag)
  const lines = await page.locator('[data-tag]').count()
  for (let step = 0; step < lines && !(await isThere()); step += 1) await page.keyboard.press('j')
}

test('a tree of tags is made, named anew, merged, retired and undone with ten fingers', async () => {
  const { page } = await launchApp({ sample: true })
  await keys(page, 'g', 't')
  await page.getByRole('heading', { name: 'Etiquetas', level: 1 }).waitFor()
  await expect.poll(() => tree(page)).not.toEqual([])
  const before = await tree(page)

  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Nueva etiqueta', exact: true }).fill('crisis')
  await page.keyboard.press('Enter')
  await page.getByText('Etiqueta creada: crisis').waitFor()
  await expect.poll(() => tree(page)).toContain('crisis 0')

  await keys(page, 'r')
  await page.getByRole('combobox', { name: 'Nombre', exact: true }).fill('alarma/crisis')
  await page.keyboard.press('Enter')
  await page.getByText('crisis es ahora alarma/crisis').waitFor()
  await expect.poll(() => tree(page)).toContain('alarma/crisis 0')

  await page.keyboard.press('d')
  await page.getByRole('textbox', { name: 'Qué quiere decir' }).fill('Cuando arde todo')
  await page.keyboard.press('Tab')
  await page.keyboard.type('incendio')
  await keys(page, 'Enter', 'Tab', 'Enter')
  await page.getByText('Guardado: alarma/crisis').waitFor()
  await page.getByText('Cuando arde todo · incendio').waitFor()

  const [into = ''] = before
  const target = into.replace(/ [\d.]+$/, '')
  await page.keyboard.press('m')
  await page.getByRole('combobox', { name: 'Unir «alarma/crisis» con', exact: true }).fill(target)
  await page.keyboard.press('Enter')
  await page.getByText(`alarma/crisis se unió con ${target}`).waitFor()
  await expect.poll(() => tree(page)).toEqual(before)

  await keys(page, 'e')
  await page.getByText(`Retirada: ${target}`).waitFor()
  await expect.poll(() => tree(page)).not.toContain(into)
  await keys(page, 'z')
  await page.getByText('Deshecho').first().waitFor()
  await expect.poll(() => tree(page)).toEqual(before)
  await keys(page, 'z')
  await expect.poll(() => tree(page)).toContain('alarma/crisis 0')
})

test('a rule is tried on the past, runs over it, says so on the mention, and is undone; all by keyboard', async () => {
  const { page } = await launchApp({ sample: true })
  await keys(page, 'g', 'l')
  await page.getByText('No hay reglas.').waitFor()
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'Cuando llegue algo que cumpla' }).fill('rating:<=2')
  await page.getByText(/^Habría encontrado \d+ menciones en los últimos 90 días/).waitFor()
  await page.getByRole('combobox', { name: 'Etiqueta', exact: true }).fill('urgente')
  await page.getByRole('textbox', { name: 'Nombre', exact: true }).fill('Pocas estrellas')
  await page.keyboard.press('Enter')
  await page.getByText('Guardada: Pocas estrellas').waitFor()

  await page.locator('[data-rule]').waitFor()
  await page.keyboard.press('p')
  await page.getByText(/^Pocas estrellas: \d+ menciones$/).waitFor()
  await page
    .getByText(/^\d+ menciones$/)
    .first()
    .waitFor()
  await keys(page, 'g', 't')
  await page.locator('[data-tag="urgente"]').waitFor()
  await toTag(page, 'urgente')
  await page.keyboard.press('Enter')
  await keys(page, 'j', 'Enter')
  await page.getByText('Lo hizo la regla «Pocas estrellas»').waitFor()

  await keys(page, 'z')
  await page.getByText('Deshecho').first().waitFor()
  await expect.poll(() => page.getByText('Lo hizo la regla «Pocas estrellas»').count()).toBe(0)
})

test('something is put off in words, and what they mean is seen before Enter', async () => {
  const { page } = await launchApp({ sample: true })
  await keys(page, 'j', 's')
  await page.getByText('Posponer').first().waitFor()
  await page.keyboard.type('en 3 días')
  await expect.poll(() => page.getByLabel('Cuándo').inputValue()).toBe('en 3 días')
  const meant = page.getByRole('dialog').getByRole('status')
  await expect.poll(() => meant.textContent()).toMatch(/\d{4}, 0?9:00/)
  await page.keyboard.press('Enter')
  await page.getByText(/^Vuelve el /).waitFor()
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'
import { chooseFiles, writeIn } from '../support/files.ts'
import { openTown } from '../support/town.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

/** The newest toast is the last. */
const undoLast = (page: Page) => page.getByRole('button', { name: 'Deshacer' }).last().click()

/** The menu of the only source, and what is chosen from it. */
async function choose(page: Page, what: string): Promise<void> {
  await press(page, /^Más cosas que hacer con/)
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

async function createBrand(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nombre de la marca').fill(name)
  await press(page, 'Crear la marca')
}

test('a source says how it is in plain words, and whatever is done to it can be undone', async () => {
  const town = await openTown()
  const { page } = await launchApp()
  await createBrand(page, 'Café Aurora')
  await page.getByText('Café Aurora todavía no escucha en ningún sitio.').waitFor()
  await page.getByRole('textbox', { name: /^Dirección de una página/ }).fill(town.origin)
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /^Añadir .+/ })
    .last()
    .click()
  const source = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
  await source.getByText(/^Bien/).waitFor()
  const title = await source.getByRole('heading').innerText()

  await choose(page, 'Pausar')
  await source.getByText(/^En pausa/).waitFor()
  await press(page, /^Volver a recoger/)
  await source.getByText(/^Bien/).waitFor()

  await choose(page, 'Cambiar el nombre')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('La voz del pueblo')
  await page.keyboard.press('Enter')
  await source.getByRole('heading', { name: 'La voz del pueblo' }).waitFor()
  await undoLast(page)
  await source.getByRole('heading', { name: title }).waitFor()

  await choose(page, 'Quitar')
  await page.getByText(`${title} ya no se recoge. Sus menciones se quedan.`).waitFor()
  await expect.poll(() => source.count()).toBe(0)
  await undoLast(page)
  await source.getByRole('heading', { name: title }).waitFor()

  await town.close()
  await press(page, 'Recoger ahora')
  await page.getByRole('heading', { name: 'Te necesitan' }).waitFor()
  expect(await source.innerText()).toMatch(/Nada se ha perdido\. Próximo intento: /)
})

test('a list of sources from another reader comes in at once, and what cannot is named', async () => {
  const town = await openTown()
  const { page, folder } = await launchApp()
  await createBrand(page, 'Café Aurora')
  const outline = (url: string) => `<outline type="rss" text="x" xmlUrl="${url}"/>`
  const opml = `<opml version="2.0"><body>${outline(`${town.origin}/a`)}${outline('ftp://nada.example/x')}</body></opml>`
  await chooseFiles(page, () => press(page, 'Traer un archivo'), writeIn(folder, 'fuentes.opml', opml))
  await press(page, 'Añadir 2 fuentes')
  await page.getByText('1 fuente añadida.').waitFor()
  await page.getByText('Una no se pudo añadir:').waitFor()
})

test('a brand is known by the words its user gives it, and is erased only by its name', async () => {
  const { page, folder } = await launchApp()
  const words = page.getByRole('combobox', { name: 'Cómo la nombra la gente' })
  await page.getByLabel('Nombre de la marca').fill('Café Aurora')
  await words.fill('el Aurora')
  await words.press('Enter')
  await press(page, '@cafeaurora')
  await press(page, 'Crear la marca')
  await page.getByText('Café Aurora todavía no escucha en ningún sitio.').waitFor()
  await page.keyboard.press('Control+,')
  await press(page, 'Cambiar: Café Aurora')
  for (const word of ['"Café Aurora"', 'cafeaurora', 'el Aurora', '@cafeaurora'])
    await page.getByText(word, { exact: true }).first().waitFor()

  await press(page, 'Borrar la marca…')
  const forEver = page.getByRole('button', { name: 'Borrar para siempre' })
  await page.getByRole('dialog').getByRole('textbox').fill('café')
  expect(await forEver.isDisabled()).toBe(true)
  await page.getByRole('dialog').getByRole('textbox').fill('Café Aurora')
  await forEver.click()
  await page.getByText('Te damos la bienvenida a Ventanilla').waitFor()
  // Nor is it known when the window opens again.
  const look = join(folder, 'window', 'last-look.json')
  await expect.poll(() => readFileSync(look, 'utf8')).not.toContain('Aurora')
})

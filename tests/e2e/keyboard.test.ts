import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'
import { goTo } from '../support/go-to.ts'

const keys = async (page: Page, ...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

/** What has the focus: its pane or what it is for, else its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return 'nothing'
    return element.dataset['focus'] ?? element.dataset['pane'] ?? element.textContent
  })

async function fromPalette(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('¿Qué quieres hacer?').fill(command)
  await page.getByRole('dialog').getByRole('button', { name: command }).waitFor()
  await page.keyboard.press('Enter')
}

test('a brand that listens nowhere leads to its sources from every view, and no typed word is lost', async () => {
  const { page } = await launchApp()
  await page.getByLabel('Nombre de la marca').fill('Café Lunes')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('address')
  await page.keyboard.type('https://calle.example/')
  await keys(page, 'Escape', 'g', 'u')
  await page.getByText('Café Lunes todavía no escucha en ningún sitio. Añade un blog').waitFor()
  await expect.poll(() => focused(page)).toBe('list')
  await keys(page, 'g', 'o')
  await page.getByText('Café Lunes todavía no escucha en ningún sitio. Añade un blog').waitFor()
  await fromPalette(page, 'Añadir una fuente')
  await expect.poll(() => focused(page)).toBe('address')
  expect(await page.getByRole('textbox', { name: /^Dirección/ }).inputValue()).toBe('https://calle.example/')

  await fromPalette(page, 'Crear otra marca')
  await page.getByLabel('Nombre de la marca').fill('Nube Móvil')
  await keys(page, 'Escape', 'Escape')
  await page.getByText('Café Lunes todavía no escucha en ningún sitio. Añade un blog').waitFor()
  await fromPalette(page, 'Crear otra marca')
  expect(await page.getByLabel('Nombre de la marca').inputValue()).toBe('Nube Móvil')
})

test('the focus follows what is done, and the undo key takes back an answer as its toast does', async () => {
  const { page } = await launchApp({ sample: true })
  await expect.poll(() => focused(page)).toBe('list')
  await keys(page, 'j', 'r')
  await expect.poll(() => focused(page)).toBe('composer')
  await page.keyboard.type('Hola, gracias por escribirnos.')
  await page.getByText('Guardado').or(page.getByText('guardado')).first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Tu respuesta espera').first().waitFor()
  await expect.poll(() => focused(page)).toBe('reading')
  await page.keyboard.press('z')
  await page.getByText('El texto está de nuevo en el borrador').waitFor()
  await page.keyboard.press('r')
  await expect.poll(() => focused(page)).toBe('composer')
  await keys(page, 'Escape', 'Escape')
  await expect.poll(() => focused(page)).toBe('list')

  await keys(page, 'g', 's')
  await page.getByRole('button', { name: /^Más cosas que hacer con Días de lluvia/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Quitar', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('ya no se recoge').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('LI')
  await keys(page, 'Escape')
  await expect.poll(() => focused(page)).toBe('list')
})

test('a search that is not understood says which word, and leads to it', async () => {
  const { page } = await launchApp({ sample: true })
  await page.keyboard.press('/')
  await page.keyboard.type('paraguas rating:abc')
  await page.getByText('No se entiende «rating:abc».').waitFor()
  await page.getByRole('button', { name: 'Ir a la palabra' }).press('Enter')
  await page.keyboard.type('rating:<=2')
  expect(await page.getByRole('searchbox').inputValue()).toBe('paraguas rating:<=2')
})

test('what is left pending says whom we wait for and since when, and undo takes it back', async () => {
  const { page } = await launchApp({ sample: true })
  await expect.poll(() => focused(page)).toBe('list')
  await keys(page, 'j', 'h')
  await page.getByLabel('¿A quién o qué esperamos?').waitFor()
  await page.keyboard.type('a Marta, del taller')
  await page.keyboard.press('Enter')
  await goTo(page, 'Pendientes')
  await page.getByRole('heading', { name: 'Pendientes' }).waitFor()
  await keys(page, 'j')
  const waits = page.getByText(/^Esperamos desde el .+: a Marta, del taller$/)
  await waits.waitFor()
  await keys(page, 'z')
  await waits.waitFor({ state: 'detached' })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp, type TestApp } from '../support/app.ts'
import { goTo } from '../support/go-to.ts'
import { openTown, type Town } from '../support/town.ts'

const ANSWER = 'Lucía, tienes razón: pediste zanahoria y llegó limón. Esta tarde te llevamos el tuyo.'

async function createBrand(page: Page): Promise<void> {
  await page.getByLabel('Nombre de la marca').fill('Café Aurora')
  await page.getByRole('button', { name: 'Crear la marca' }).click()
}

/** Pastes an address, looks at what was found, and adds it. */
async function addSource(page: Page, url: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Dirección de una página/ }).fill(url)
  await page.getByRole('button', { name: 'Buscar', exact: true }).click()
  await page
    .getByRole('button', { name: /^Añadir .+/ })
    .last()
    .click()
}

const mention = (page: Page, words: RegExp) =>
  page.getByRole('listbox').getByRole('option').filter({ hasText: words })

async function fromFirstStartToMentions(town: Town): Promise<TestApp> {
  const opened = await launchApp()
  const { page } = opened
  await createBrand(page)
  await goTo(page, 'Fuentes')
  await addSource(page, `${town.origin}/resenas.atom`)
  await goTo(page, 'Bandeja')
  await mention(page, /Tercera vez que escribo/).waitFor()
  return opened
}

test('from the first start to an answered mention and a report in a colleague’s hands', async () => {
  const town = await openTown()
  const { page, folder, opened, clipboard, willSaveTo } = await fromFirstStartToMentions(town)

  await mention(page, /Tercera vez que escribo/).click()
  await page.getByText('Pedí un pastel de zanahoria y llegó de limón.').first().waitFor()
  await page.keyboard.press('t')
  await page
    .getByRole('combobox', { name: 'Etiqueta' })
    .or(page.getByRole('textbox', { name: 'Etiqueta' }))
    .fill('pedidos/equivocado')
  await page.keyboard.press('Enter')
  await page.getByText('Etiquetada: pedidos/equivocado').waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('r')
  await page.getByLabel('Tu respuesta como Café Aurora').fill(ANSWER)
  await page.keyboard.press('Control+Enter')
  await goTo(page, 'Por enviar')
  await page.getByRole('button', { name: /^Copiar y abrir/ }).click()
  await expect.poll(opened).toEqual([`${town.origin}/resenas/1`])
  expect(await clipboard()).toBe(ANSWER)
  await page.getByRole('button', { name: 'Sí, publicada' }).click()
  await page.getByLabel(/^Enlace a tu respuesta/).fill(`${town.origin}/resenas/1#respuesta`)
  await page.getByRole('button', { name: 'Listo' }).click()
  await page.getByText('No hay nada por enviar.').waitFor()

  await goTo(page, 'Informes')
  await page.getByRole('button', { name: 'Hacer el informe' }).click()
  await page.getByText('pedidos/equivocado').first().waitFor()
  const report = join(folder, 'informe.html')
  await willSaveTo(report)
  await page.getByRole('button', { name: /Página para leer e imprimir/ }).click()
  await page.getByText(/Guardado en/).waitFor()
  expect(readFileSync(report, 'utf8')).toContain('Pedí un pastel de zanahoria')
})

test('a draft half written is there again after the program was killed', async () => {
  const { page, folder, kill } = await fromFirstStartToMentions(await openTown())
  await mention(page, /Tercera vez que escribo/).click()
  await page.keyboard.press('r')
  await page.getByLabel('Tu respuesta como Café Aurora').pressSequentially('Lucía, tienes raz')
  await page.getByText('Guardado', { exact: true }).waitFor()
  await kill()

  const again = await launchApp({ folder })
  await goTo(again.page, 'Borradores')
  await mention(again.page, /Tercera vez que escribo/).click()
  await expect
    .poll(() => again.page.getByLabel('Tu respuesta como Café Aurora').inputValue())
    .toBe('Lucía, tienes raz')
})

test('offline everything but the last step works, and it goes on when the network is back', async () => {
  const { page, opened } = await fromFirstStartToMentions(await openTown())
  await goTo(page, 'Ajustes')
  await page.getByRole('switch', { name: /^Trabajar sin conexión/ }).click()
  await page.getByText(/Sin conexión porque tú quieres/).waitFor()

  await goTo(page, 'Bandeja')
  await mention(page, /Tercera vez que escribo/).click()
  await page.keyboard.press('r')
  await page.getByLabel('Tu respuesta como Café Aurora').fill(ANSWER)
  await page.keyboard.press('Control+Enter')
  await goTo(page, 'Por enviar')
  await page.getByText('Espera a que vuelva la conexión.').waitFor()
  expect(await opened()).toEqual([])

  await goTo(page, 'Ajustes')
  await page.getByRole('switch', { name: /^Trabajar sin conexión/ }).click()
  await goTo(page, 'Por enviar')
  await page.getByRole('button', { name: /^Copiar y abrir/ }).click()
  await expect.poll(async () => (await opened()).length).toBe(1)
})

test('what was done by mistake is undone with Ctrl+Z', async () => {
  const { page } = await fromFirstStartToMentions(await openTown())
  await mention(page, /Tercera vez que escribo/).click()
  await page.keyboard.press('e')
  await page.keyboard.press('e')
  await mention(page, /Tercera vez que escribo/).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+z')
  await mention(page, /Tercera vez que escribo/).waitFor()
})

import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'
import { goTo } from '../support/go-to.ts'
import { openTown } from '../support/town.ts'

test('a draft with faults is put right by keyboard, its promise is noted in one key, kept, and followed up', async () => {
  const town = await openTown()
  const { page } = await launchApp()
  await page.getByLabel('Nombre de la marca').fill('Café Aurora')
  await page.getByRole('button', { name: 'Crear la marca' }).click()
  await goTo(page, 'Fuentes')
  await page.getByRole('textbox', { name: /^Dirección de una página/ }).fill(`${town.origin}/resenas.atom`)
  await page.getByRole('button', { name: 'Buscar', exact: true }).click()
  await page
    .getByRole('button', { name: /^Añadir .+/ })
    .last()
    .click()
  await goTo(page, 'Bandeja')
  await page
    .getByRole('option')
    .filter({ hasText: /Tercera vez que escribo/ })
    .click()
  await page.getByText('Pedí un pastel de zanahoria y llegó de limón.').first().waitFor()

  await page.keyboard.press('r')
  const words = page.getByLabel('Tu respuesta como Café Aurora')
  await words.fill('Lamentamos las molestias con el pastel. Te llamo mañana.')
  const look = page.getByRole('status', { name: 'Segunda mirada' })
  await look.getByText(/no nombra a Lucía/).waitFor()

  await page.keyboard.press('Control+Shift+L')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => words.inputValue())
    .toBe('Lucía, lamentamos las molestias con el pastel. Te llamo mañana.')
  await expect.poll(() => look.getByText(/no nombra a Lucía/).count()).toBe(0)

  await look.getByText(/suena a centralita/).waitFor()
  await page.keyboard.press('Control+Shift+L')
  await page.keyboard.press('Enter')
  await page.keyboard.type('siento que llegara de limón')
  await expect.poll(() => words.inputValue()).toMatch(/^Lucía, siento que llegara de limón/)

  await page.getByRole('group', { name: 'Prometes' }).waitFor()
  await page.keyboard.press('Control+Shift+P')
  await page.getByText(/Se anotará para/).waitFor()
  await page.keyboard.press('Control+Enter')
  await goTo(page, 'Por enviar')
  await page.getByRole('button', { name: /^Copiar y abrir/ }).click()
  await page.getByRole('button', { name: 'Sí, publicada' }).click()
  await page.getByRole('button', { name: 'Listo' }).click()

  await goTo(page, 'Promesas')
  await page.getByText('Te llamo mañana').waitFor()
  await page.getByRole('button', { name: 'Cumplida' }).click()
  await page.getByText('Promesa cumplida').waitFor()
  await words.waitFor()
  await expect.poll(() => words.evaluate((field) => document.activeElement === field)).toBe(true)
  await page.keyboard.type('Lucía, como quedamos: el pastel de zanahoria ya está contigo.')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Tu respuesta espera/).waitFor()
})

import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'

const keys = async (page: Page, ...pressed: readonly string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

/** The words of the mention that is chosen in the list. */
const chosen = (page: Page) =>
  page.locator('[role="option"][data-here]').first().innerText({ timeout: 10_000 })

const reading = (page: Page) => page.getByRole('document').first()

async function fromPalette(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('¿Qué quieres hacer?').fill(command)
  await page.getByRole('dialog').getByRole('button', { name: command }).waitFor()
  await page.keyboard.press('Enter')
}

test('a morning at the inbox needs no mouse: read, tag, snooze, resolve, undo, say better what somebody feels', async () => {
  const { page } = await launchApp({ sample: true })
  await page.locator('[role="option"]').first().waitFor()
  await keys(page, 'g', 'u')
  await page.getByRole('heading', { name: 'Sin respuesta' }).waitFor()
  await page.locator('[role="option"]').first().waitFor()
  await keys(page, 'j', 'Enter')
  await reading(page).waitFor()

  await keys(page, 't')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.keyboard.type('mañana/primero')
  await keys(page, 'Enter')
  await reading(page).getByText('primero').first().waitFor()

  await keys(page, 'w')
  await page.getByText('¿Qué siente de verdad?').waitFor()
  await keys(page, 'Escape', '1')
  await page.getByText('Marcada como negativa').waitFor()
  await page.getByRole('button', { name: 'Sentimiento: negativo' }).waitFor()
  await keys(page, 'w')
  await page.getByText('¿Qué siente de verdad?').waitFor()
  await keys(page, '3')
  await page.getByText('Marcada como positiva').waitFor()
  await expect.poll(() => page.getByText('¿Qué siente de verdad?').count()).toBe(0)
  await page.getByRole('button', { name: 'Sentimiento: positivo' }).waitFor()
  await keys(page, 'z')
  await expect.poll(() => page.getByRole('button', { name: 'Sentimiento: positivo' }).count()).toBe(0)

  const before = await chosen(page)
  await keys(page, 'e', 'e')
  await expect.poll(() => chosen(page)).not.toBe(before)
  await keys(page, 'z')
  await page
    .getByText(/Deshecho/)
    .first()
    .waitFor()
})

test('who needs us most comes first, one mention at a time, without the mouse, and Escape leads back', async () => {
  const { page } = await launchApp({ sample: true })
  await page.locator('[role="option"]').first().waitFor()
  await keys(page, 'g', 'u', 'Space')
  await page.getByText('Primero quien más te necesita').waitFor()
  await expect.poll(() => chosen(page)).toMatch(/espera desde hace/)
  const first = await chosen(page)
  await keys(page, 'Space')
  await expect.poll(() => chosen(page)).not.toBe(first)

  await keys(page, 'f')
  await page.getByText('Modo lectura').waitFor()
  await page.getByText(/esperan? respuesta/).waitFor()
  expect(await page.locator('[role="option"][aria-posinset]').count()).toBe(0)
  const read = await reading(page).innerText()
  await keys(page, 'Shift+E')
  await expect.poll(() => reading(page).innerText()).not.toBe(read)
  await keys(page, 'Escape')
  await page.locator('[role="option"]').first().waitFor()
  expect(await page.getByText('Modo lectura').count()).toBe(0)
})

test('a key of one’s own is heard, shown in the sheet, and refused where another command has it', async () => {
  const { page } = await launchApp({ sample: true })
  await page.locator('[role="option"]').first().waitFor()
  await keys(page, 'g', 'a')
  await page.getByRole('button', { name: 'Cambiar: Ver los atajos' }).focus()
  await keys(page, 'Enter')
  await page.getByText('Pulsa la tecla nueva').waitFor()
  await keys(page, 'g')
  await page.getByText(/ya es «/).waitFor()
  await keys(page, 'q')
  await page.getByRole('button', { name: 'Volver a la de siempre: Ver los atajos' }).waitFor()

  await fromPalette(page, 'Ir a la bandeja')
  await page.locator('[role="option"]').first().waitFor()
  await keys(page, 'q')
  await page.getByRole('dialog', { name: 'Atajos de teclado' }).waitFor()
})

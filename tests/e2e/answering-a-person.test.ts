import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp, temporaryDataFolder, type TestApp } from '../support/app.ts'
import { startTestEngine } from '../support/test-engine.ts'

const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day).toISOString()

/** A woman who writes for the third time, in two places, and was promised a call that never came. */
async function somebodyWithHistory(folder: string): Promise<void> {
  const engine = startTestEngine({ folder, at: ago(13) })
  const { call, addBrand, addSource, addMention, moveClockTo, close } = engine
  const brandId = await addBrand({ name: 'Café Aurora', languages: ['es'] })
  const forum = addSource(brandId, { url: 'https://foro.example/feed', title: 'Foro' })
  const reviews = addSource(brandId, { url: 'https://opina.example/feed', title: 'Opina' })
  const lucia = { sourceId: forum, author: 'Lucía Martín', language: 'es' }
  const first = addMention(brandId, 'Mi pedido 4312889 no ha llegado. ¿Cuándo llega?', {
    ...lucia,
    publishedAt: ago(14),
  })
  const { replyId } = await call('replies.queue', {
    mentionId: first,
    body: 'Lucía, lo sentimos. Te llamamos mañana.',
    promises: [{ text: 'llamarla', due: ago(12) }],
  })
  await call('outbox.confirm', { replyId, posted: true })
  moveClockTo(ago(0.5))
  addMention(brandId, 'El pedido 4312889 sigue sin llegar.', {
    sourceId: reviews,
    author: 'lucia_m',
    handle: 'lucia_m',
    publishedAt: ago(2),
  })
  addMention(brandId, 'Nadie llamó. ¿Me vais a devolver el dinero?', { ...lucia, publishedAt: ago(1) })
  const hours = { language: 'es', title: 'Devoluciones', body: 'Devolvemos el dinero en […] días.' }
  await call('facts.save', { brandId, ...hours })
  await close()
}

async function openHers(): Promise<TestApp> {
  const folder = temporaryDataFolder()
  await somebodyWithHistory(folder)
  const opened = await launchApp({ folder })
  await opened.page.getByRole('option').filter({ hasText: 'Nadie llamó' }).waitFor()
  return opened
}

const field = (page: Page) => page.getByLabel('Tu respuesta como Café Aurora')

/** To the mention and into its answer by the keyboard alone. */
async function beginToAnswer(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.keyboard.press('j')
  await page.getByRole('document', { name: /Lucía Martín/ }).waitFor()
  await page.keyboard.press('r')
  await field(page).waitFor()
}

test('who answers hears first, writes with help, and sends nothing with a gap in it, by the keyboard alone', async () => {
  const { page } = await openHers()
  await beginToAnswer(page)

  const before = page.getByRole('region', { name: 'Antes de responder' })
  await before.getByText('¿Me vais a devolver el dinero?').waitFor()
  await before.getByText(/Le respondimos 1 vez/).waitFor()
  await before.getByText(/Promesa pasada de fecha: llamarla/).waitFor()

  await page.keyboard.type('Lucía, teneis razón. ')
  await page.locator('mark[data-kind="wrong"]').filter({ hasText: 'teneis' }).waitFor()
  await page.keyboard.press('Control+.')
  await page.getByRole('option', { name: 'tenéis' }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => field(page).inputValue()).toBe('Lucía, tenéis razón. ')

  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Shift+F')
  await page.getByRole('menuitem', { name: /^Devoluciones/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Falta 1 hueco por rellenar').waitFor()
  await page.keyboard.press('Control+Enter')
  expect(await page.getByRole('button', { name: /^Dejar por enviar/ }).isDisabled()).toBe(true)
  await page.keyboard.type('tres')
  await expect
    .poll(() => field(page).inputValue())
    .toBe('Lucía, tenéis razón. Devolvemos el dinero en tres días.')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Tu respuesta espera/).waitFor()
})

test('two that are one come together, and apart again with undo', async () => {
  const { page } = await openHers()
  await beginToAnswer(page)
  const panel = page.getByRole('complementary', { name: 'La persona' })
  await panel.getByText(/nombra el mismo pedido: 4312889/i).waitFor()
  await panel.getByRole('button', { name: 'Es la misma' }).click()
  await panel.getByText(/^Ha escrito 3 veces/).waitFor()
  await panel.getByRole('button', { name: /El pedido 4312889 sigue sin llegar/ }).waitFor()
  await panel.getByText(/nombra el mismo pedido/i).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Deshacer' }).click()
  await panel.getByText(/^Ha escrito 2 veces/).waitFor()
  await panel.getByText(/nombra el mismo pedido: 4312889/i).waitFor()
})

test('a crash in the middle of a sentence costs the last second of it', async () => {
  const { page, folder, kill } = await openHers()
  await beginToAnswer(page)
  await page.evaluate(() => {
    const typed: [at: number, length: number][] = []
    Reflect.set(window, 'typed', typed)
    document.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLTextAreaElement) typed.push([Date.now(), target.value.length])
    })
  })
  const words = 'Lucía, tienes razón: te prometimos una llamada y nadie te llamó, ni ese día ni el siguiente.'
  await page.keyboard.type(words, { delay: 40 })
  const aSecondAgo = await page.evaluate(() => {
    const typed: unknown = Reflect.get(window, 'typed')
    const until = Date.now() - 1000
    const listed: unknown[] = Array.isArray(typed) ? typed : []
    const isBefore = (each: unknown): each is [number, number] =>
      Array.isArray(each) && Number(each[0]) <= until
    return listed.findLast(isBefore)?.[1] ?? 0
  })
  await kill()

  const again = await launchApp({ folder })
  await again.page.getByRole('option').filter({ hasText: 'Nadie llamó' }).click()
  await expect.poll(async () => (await field(again.page).inputValue()).length).toBeGreaterThan(0)
  const kept = await field(again.page).inputValue()
  expect(words.startsWith(kept)).toBe(true)
  expect(aSecondAgo).toBeGreaterThan(0)
  expect(kept.length).toBeGreaterThanOrEqual(aSecondAgo)
})

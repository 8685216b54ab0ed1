import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { launchApp, temporaryDataFolder, type TestApp } from '../support/app.ts'
import { MASTODON_TOKEN, type MastodonServer, startMastodon } from '../support/mastodon-server.ts'
import { startTestEngine } from '../support/test-engine.ts'

const COUNT = 40
const WEEK_MS = 7 * 86_400_000
const body = (name: string) => `Hola ${name}, tienes razón: lo miramos hoy.`
const named = (index: number) => `persona${index + 1}`

/** A week ago, on a train: forty answers were written and queued, and there was no network since. */
async function answerOffline(folder: string, mastodon: MastodonServer): Promise<string[]> {
  const at = new Date(Date.now() - WEEK_MS).toISOString()
  const engine = startTestEngine({ folder, at })
  const brandId = await engine.addBrand({ name: 'Café Luna' })
  const account = {
    brandId,
    channel: 'mastodon',
    settings: { server: mastodon.origin },
    secret: MASTODON_TOKEN,
  }
  await engine.call('accounts.connect', account)
  const refs: string[] = []
  for (let index = 0; index < COUNT; index += 1) {
    const name = named(index)
    const text = `¿Cuándo abrís los domingos? Soy ${name}.`
    const ref = mastodon.say(name, text)
    refs.push(ref)
    const fields = { author: name, handle: `@${name}`, url: mastodon.urlOf(ref) }
    const mentionId = engine.addMention(brandId, text, fields)
    await engine.call('replies.queue', { mentionId, body: body(name) })
  }
  await engine.close()
  return refs
}

/** Tab until what is wanted has the focus: what cannot be reached so, cannot be done by keyboard. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await wanted.waitFor()
  for (let step = 0; step < 80; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`No Tab leads to ${String(wanted)}.`)
}

async function enter(page: Page, name: string, key = 'Tab'): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).first(), key)
  await page.keyboard.press('Enter')
}

async function connectAgain({ page, opened }: TestApp, origin: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByText('falta la clave: conéctala otra vez').waitFor()
  await enter(page, 'Conectar una cuenta')
  await tabTo(page, page.getByLabel('Dirección del sitio'))
  await page.keyboard.type(origin)
  await tabTo(page, page.getByLabel('Código de acceso'))
  await page.keyboard.type('mal escrito')
  await page.keyboard.press('Enter')
  await page.getByText('El sitio no acepta la clave.').waitFor()
  await enter(page, 'Entrar con el navegador', 'Shift+Tab')
  await page.getByText('Di que sí en el navegador y vuelve aquí.').waitFor()
  await expect.poll(async () => (await opened()).length).toBe(1)
  const [asks = ''] = await opened()
  // The user's browser: it follows the way back by itself, and says how it ended.
  expect(await (await fetch(asks)).text()).toContain('Puedes cerrar esta pestaña y volver a Ventanilla.')
  await page.getByText(/^lista · Puede: responder/).waitFor()
}

test('after a week offline the program asks once, then forty answers go out once each, but for the conversations that moved on', async () => {
  const mastodon = await startMastodon(Date.now)
  const folder = temporaryDataFolder()
  const refs = await answerOffline(folder, mastodon)
  const moved = refs.slice(0, 2)
  for (const ref of moved) mastodon.edit(ref)

  const app = await launchApp({ folder })
  const { page } = app
  await connectAgain(app, mastodon.origin)
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await page.getByText('38 respuestas listas').waitFor()
  await page.getByText('2 conversaciones siguieron adelante y se quedan paradas.').waitFor()
  expect(mastodon.postsOf('cafeluna')).toEqual([])

  await enter(page, 'Enviar las 38')
  await page.getByText('38 respuestas listas').waitFor({ state: 'detached' })
  await expect.poll(() => mastodon.postsOf('cafeluna').length).toBe(COUNT - 2)
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'parada' }).count()).toBe(2)
  const out = mastodon.postsOf('cafeluna').map(({ text, replyTo }) => ({ text, replyTo }))
  expect(out).toEqual(
    refs
      .slice(2)
      .map((replyTo, index) => ({ text: `@${named(index + 2)} ${body(named(index + 2))}`, replyTo })),
  )
  expect(mastodon.mostAtOnce()).toBe(1)

  await page.getByText('La persona cambió lo que dijo.').first().waitFor()
  await enter(page, 'Enviarla de todos modos')
  await expect.poll(() => mastodon.postsOf('cafeluna').length).toBe(COUNT - 1)
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'parada' }).count()).toBe(1)
  await enter(page, 'Volver al borrador')
  await page.getByText('No hay nada por enviar.').waitFor()
})

import type { ElectronApplication, Locator } from 'playwright'
import { expect, test } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { rssFeed } from '../support/feed-server.ts'
import { launchWithFeed, openServer } from '../support/outside.ts'

/** The smallest picture there is. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const feedOf = (markup: string) =>
  rssFeed([{ id: '1', title: 'Mirad', text: markup, date: new Date(Date.now() - 60_000).toISOString() }])

test('pictures come only when asked for, through the engine, and from nowhere else than they may', async () => {
  const place = await openServer()
  const canary = await openServer()
  const cookie = { 'Set-Cookie': 'reader=lucia; Path=/' }
  place.route('/cup.png', { body: DOT, type: 'image/png', headers: cookie })
  place.route('/plate.png', { body: DOT, type: 'image/png', headers: cookie })
  place.route('/drawing.png', {
    body: '<svg xmlns="http://www.w3.org/2000/svg" onload="top.ran=1"/>',
    type: 'image/png',
  })
  place.route('/away.png', { redirect: canary.url('/away.png') })
  const port = new URL(place.origin).port
  const shown = ['/cup.png', '/plate.png', '/drawing.png', '/away.png'].map((path) => place.url(path))
  // Private places the user did not agree to, the consented one by its other names among them.
  const refused = [
    canary.url('/other.png'),
    ...['localhost', '127.0.0.2', '[::1]', '2130706435'].map((host) => `http://${host}:${port}/cup.png`),
  ]
  const pixels = [
    `<img src="${place.url('/pixel')}" width=1 height=1>`,
    `<img src="${place.url('/pixel')}" style="display:none">`,
    `<img alt=" data-src='${place.url('/pixel')}'">data-src="${place.url('/pixel')}"`,
  ]
  const pictures = [...shown, ...refused].map((url) => `<img src="${url}">`)
  const { page } = await launchWithFeed(place, feedOf(`<p>Mirad</p>${pictures.join('')}${pixels.join('')}`))
  await page.getByRole('option').first().click()
  const ask = page.getByRole('button', { name: 'Ver 9 imágenes' })
  await ask.waitFor()
  expect(place.log.filter(({ path }) => path !== '/feed')).toEqual([])

  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await ask.click()
  await page.getByText(/^7 imágenes/).waitFor()
  const images = page.frameLocator('iframe').locator('img[src]')
  const sources = await images.evaluateAll((all) => all.map((image) => image.getAttribute('src')))
  const data = `data:image/png;base64,${DOT.toString('base64')}`
  expect(sources).toEqual([data, data])
  expect(place.log.map(({ path }) => path).filter((path) => path !== '/feed')).toEqual(
    shown.map((url) => new URL(url).pathname),
  )
  for (const { headers } of place.log) {
    expect(headers).not.toHaveProperty('cookie')
    expect(headers).not.toHaveProperty('referer')
  }
  expect(canary.log).toEqual([])
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
})

interface Gesture {
  readonly how: string
  readonly on: (link: Locator) => Promise<void>
  /** In their words, and in the frame. */
  readonly then: readonly ['asks' | 'nothing', 'asks' | 'nothing']
}

const GESTURES: readonly Gesture[] = [
  { how: 'middle click', on: (link) => link.click({ button: 'middle' }), then: ['nothing', 'asks'] },
  { how: 'right click', on: (link) => link.click({ button: 'right' }), then: ['nothing', 'nothing'] },
  {
    how: 'drag',
    on: (link) => link.dragTo(link.page().getByRole('listbox'), { force: true }),
    then: ['nothing', 'nothing'],
  },
  { how: 'Alt+click', on: (link) => link.click({ modifiers: ['Alt'] }), then: ['asks', 'nothing'] },
  { how: 'Ctrl+click', on: (link) => link.click({ modifiers: ['Control'] }), then: ['asks', 'asks'] },
  { how: 'Shift+click', on: (link) => link.click({ modifiers: ['Shift'] }), then: ['asks', 'asks'] },
  { how: 'Enter', on: (link) => link.press('Enter'), then: ['asks', 'asks'] },
  { how: 'click', on: (link) => link.click(), then: ['asks', 'asks'] },
]

const linksFeed = (link: string) =>
  feedOf(
    `<table><tr><td><a href="${link}">uno</a></td></tr></table>
  <p><a href="javascript:alert(1)">dos</a> <a href="file:///etc/passwd">tres</a> <a href="app://ventanilla/">cuatro</a></p>`,
  )

/** Keeps downloads with what would have been opened: nobody asked for either. */
async function watchDownloads(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => {
    session.defaultSession.on('will-download', (event, item) => {
      if (!event.defaultPrevented) globalThis.ventanillaOpened.push(`download of ${item.getURL()}`)
    })
  })
}

/** Nothing was opened or saved, and there is nothing new to look at. */
async function expectNothingOpened({ app, page, opened }: TestApp, how: string): Promise<void> {
  expect({ how, opened: await opened(), windows: app.windows().length, at: page.url() }).toEqual({
    how,
    opened: [],
    windows: 1,
    at: 'app://ventanilla/index.html',
  })
}

test.each(['in their words', 'as it was written'] as const)(
  'a link %s opens nothing by itself: it says where it leads and asks',
  async (where) => {
    const place = await openServer()
    const { host } = new URL(place.origin)
    // What stands before the @ is a name, however much it looks like a host.
    const target = `http://bank.example@${host}/uno?b=1`
    const running = await launchWithFeed(place, linksFeed(target))
    const { app, page, opened } = running
    await watchDownloads(app)
    await page.getByRole('option').first().click()
    const formatted = page.getByRole('button', { name: 'Ver tal como se escribió' })
    await formatted.waitFor()
    if (where === 'as it was written') await formatted.click()
    const inside = where === 'as it was written' ? page.frameLocator('iframe') : page.getByRole('article')
    const link = inside.getByRole('link', { name: 'uno' })
    const question = page.getByRole('dialog', { name: '¿Abrir fuera de Ventanilla?' })
    for (const { how, on, then } of GESTURES) {
      await on(link)
      if (then[where === 'in their words' ? 0 : 1] === 'asks') {
        await question.getByText(host, { exact: true }).waitFor()
        await expectNothingOpened(running, how)
        await page.keyboard.press('Escape')
        await question.waitFor({ state: 'detached' })
      }
      await expectNothingOpened(running, how)
    }
    for (const name of ['dos', 'tres', 'cuatro'])
      expect(await inside.getByRole('link', { name }).count()).toBe(0)

    await link.click()
    await question.getByRole('button', { name: `Abrir ${host}` }).click()
    await expect.poll(opened, { timeout: 10_000 }).toEqual([target])
    expect(place.log.map(({ path }) => path).filter((path) => path !== '/feed')).toEqual([])
  },
)

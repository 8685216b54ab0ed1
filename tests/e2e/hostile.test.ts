import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { sanitise } from '../../src-main/engine/gather/read/sanitise.ts'
import { launchApp, type TestApp } from '../support/app.ts'
import type { FeedServer } from '../support/feed-server.ts'
import { hostileFeed, hostileMarkups } from '../support/hostile-texts.ts'
import { launchWithFeed, NOTHING, openServer, watch } from '../support/outside.ts'

/** Two cores may be busy with other things. */
const PATIENT = { timeout: 10_000 }

/** Which vectors said in any frame that they ran. */
async function ran(page: Page): Promise<unknown[]> {
  const said = await Promise.all(
    page.frames().map((frame) => frame.evaluate((): unknown => Reflect.get(globalThis, 'ran'))),
  )
  return said.filter((which) => which !== undefined)
}

/** Opens every mention from the first to the last, each as it was written where the window offers that. */
async function readEverything(page: Page, items: number): Promise<{ framed: number; ran: unknown[] }> {
  const happened: unknown[] = []
  let framed = 0
  await page.getByRole('option').first().click()
  for (let n = 0; n < items; n += 1) {
    if (n > 0) await page.keyboard.press('j')
    await page.getByRole('heading', { level: 2, name: new RegExp(`^n${n}\\b`) }).waitFor()
    const asWritten = page.getByRole('button', { name: 'Ver tal como se escribió' })
    if (await asWritten.isVisible()) {
      await asWritten.click()
      await page.frameLocator('iframe').getByText(`Café Aurora ${n}`).waitFor()
      framed += 1
    }
    happened.push(...(await ran(page)))
    await page.getByRole('listbox').focus()
  }
  return { framed, ran: happened }
}

test.each([
  [0, 50],
  [50, 200],
])(
  'outside text runs nothing, asks nothing, leads nowhere and opens nothing, from %i to %i',
  async (from, to) => {
    const canary = await openServer()
    const { feed, items } = hostileFeed(canary.origin, from, to)
    const { app, page, opened } = await launchWithFeed(await openServer(), feed)
    const watched = watch(page)
    const read = await readEverything(page, items)
    expect(read).toEqual({ framed: items, ran: [] })
    expect(watched).toEqual(NOTHING)
    expect(canary.log).toEqual([])
    expect(await opened()).toEqual([])
    expect(app.windows()).toHaveLength(1)
    // The author of 300 letters does not push anything out of the window.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  },
)

/** A page of the canary's own, in a session that forbids nothing, where each text is shown as it is. */
async function openUnguarded({ app }: TestApp, canary: FeedServer): Promise<Page> {
  canary.route('/unguarded', { body: '<!doctype html><title>x</title>', type: 'text/html' })
  const coming = app.waitForEvent('window')
  await app.evaluate(({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ webPreferences: { partition: 'unguarded' } })
    void window.loadURL(url)
  }, canary.url('/unguarded'))
  const page = await coming
  await page.waitForURL(canary.url('/unguarded'))
  await page.evaluate(() => {
    const fired: number[] = []
    Object.defineProperty(globalThis, 'ran', {
      set: (n: number) => fired.push(n),
      get: () => [...new Set(fired)],
    })
  })
  return page
}

const show = (page: Page, markups: readonly string[]) =>
  page.evaluate((all) => {
    for (const markup of all) document.body.appendChild(document.createElement('div')).innerHTML = markup
  }, markups)

test('the same texts do a lot of harm where nothing guards, and none once they were cleaned', async () => {
  const canary = await openServer()
  const markups = hostileMarkups(canary.origin)
  const opened = await launchApp()
  const reached = () =>
    new Set(canary.log.map(({ path }) => path).filter((path) => path.startsWith('/v/'))).size

  const cleaned = await openUnguarded(opened, canary)
  await show(
    cleaned,
    markups.map((markup) => sanitise(markup, canary.origin).html),
  )
  // One picture of our own at the end: what the texts asked for was asked before it arrives.
  await show(cleaned, [`<img src="${canary.url('/last')}">`])
  await canary.asked('/last')
  expect({ reached: reached(), ran: await ran(cleaned) }).toEqual({ reached: 0, ran: [[]] })

  const raw = await openUnguarded(opened, canary)
  await show(raw, markups)
  await expect.poll(reached, PATIENT).toBeGreaterThan(12)
  await expect.poll(async () => [await ran(raw)].flat(3).length, PATIENT).toBeGreaterThan(25)
})

test('what only the walls held back would have been noticed', async () => {
  const canary = await openServer()
  const { page } = await launchApp()
  const watched = watch(page)
  const raw = hostileMarkups(canary.origin).slice(0, 20).join('')
  await page.evaluate((markup) => {
    const frame = document.createElement('iframe')
    frame.sandbox.add('allow-popups')
    frame.srcdoc = markup
    document.body.append(frame)
  }, raw)
  await expect.poll(() => watched.heldBack.length, PATIENT).toBeGreaterThan(0)
  expect(await ran(page)).toEqual([])
  expect(canary.log).toEqual([])
})

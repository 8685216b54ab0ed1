import { expect, test } from 'vitest'
import { launchApp } from '../support/app.ts'
import { seriousProblems } from '../support/axe.ts'
import { replyOf } from '../support/outside.ts'

const PLACES = ['g i', 'g u', 'g o', 'g p', 'g s', 'g r', 'g a'] as const

test.each([
  ['es', 'light'],
  ['es', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const)('axe finds nothing serious on any screen, in %s and %s', async (language, scheme) => {
  const { page } = await launchApp({ sample: true, language })
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await page.getByRole('option').first().click()
  const found: Record<string, string[]> = { reading: await seriousProblems(page) }
  for (const place of PLACES) {
    for (const key of place.split(' ')) await page.keyboard.press(key)
    await page.waitForLoadState('networkidle')
    found[place] = await seriousProblems(page)
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((place) => [place, []])))
})

test('axe finds nothing serious on the first screen', async () => {
  const { page } = await launchApp()
  expect(await seriousProblems(page)).toEqual([])
})

test('a second start brings the first window to the front and ends', async () => {
  const first = await launchApp()
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await expect(launchApp({ folder: first.folder })).rejects.toThrow()
  await expect
    .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false)
})

test('the window asks nothing of the network and the page has no way out', async () => {
  const { app, page } = await launchApp({ sample: true })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  await page.waitForSelector('[data-ready]')
  expect(asked.filter((url) => !url.startsWith('app://ventanilla/'))).toEqual([])
  const inside = await page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    engine: Object.keys(window.engine).toSorted(),
  }))
  expect(inside).toEqual({ require: 'undefined', process: 'undefined', engine: ['call', 'cancel', 'on'] })
  await expect(
    page.evaluate(() => fetch('https://elsewhere.example/').then(() => 'got out')),
  ).rejects.toThrow()
  const preferences = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron answers it on every version and types it on none.
      const get: unknown = Reflect.get(contents, 'getLastWebPreferences')
      const all: unknown = typeof get === 'function' ? Reflect.apply(get, contents, []) : null
      const names = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag']
      return Object.fromEntries(
        names.map((name): [string, unknown] => [name, Reflect.get(Object(all), name)]),
      )
    }),
  )
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
  ])
})

test('when the engine dies the window says so, waits, and goes on by itself', async () => {
  const { app, page } = await launchApp({ sample: true })
  await page.getByRole('option').first().waitFor()
  await app.evaluate(({ app }) => {
    const engine = app
      .getAppMetrics()
      .find(({ type, name }) => type === 'Utility' && name === 'Ventanilla engine')
    if (engine) process.kill(engine.pid, 'SIGKILL')
  })
  await expect.poll(async () => (await replyOf(page, 'brands.list', {})).ok).toBe(true)
})

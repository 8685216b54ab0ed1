import type { ElectronApplication } from 'playwright'
import { expect, test } from 'vitest'
import { fromText } from '../../src-main/contract/wire.ts'
import { launchApp } from '../support/app.ts'
import { openServer, replyOf } from '../support/outside.ts'

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'none'",
  'frame-src': "'none'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

/** What app:// answers, asked from where no rule of the page stands in the way. */
const ask = (app: ElectronApplication, url: string) =>
  app.evaluate(async ({ session }, address) => {
    const { status, headers } = await session.defaultSession.fetch(address)
    return {
      status,
      policy: headers.get('content-security-policy'),
      sniff: headers.get('x-content-type-options'),
    }
  }, url)

test('the window’s own files and no others are served, under a strict policy', async () => {
  const { app } = await launchApp()
  const { status, policy, sniff } = await ask(app, 'app://ventanilla/index.html')
  const rules = (policy ?? '').split('; ').map((rule) => {
    const [name = '', ...values] = rule.split(' ')
    return [name, values.join(' ')]
  })
  expect({ status, sniff, rules: Object.fromEntries(rules) }).toEqual({
    status: 200,
    sniff: 'nosniff',
    rules: POLICY,
  })
  const outside = [
    'app://ventanilla/../main/main.js',
    'app://ventanilla/..%2fmain%2fmain.js',
    'app://ventanilla/%2e%2e/%2e%2e/package.json',
    'app://ventanilla/..%5c..%5cpackage.json',
    'app://ventanilla//etc/passwd',
    'app://ventanilla/assets/',
    'app://ventanilla/index.html%00.png',
    'app://elsewhere/index.html',
    'app://ventanilla.elsewhere/index.html',
    'app://index.html',
  ]
  const answers = await Promise.all(outside.map(async (url) => [url, (await ask(app, url)).status]))
  expect(answers).toEqual(outside.map((url) => [url, 404]))
})

test('the page is given named functions and nothing that leads further', async () => {
  const { page } = await launchApp()
  const given = await page.evaluate(() => {
    const kinds = (of: object) =>
      Object.fromEntries(Object.entries(of).map(([name, value]) => [name, typeof value]))
    return { engine: kinds(window.engine), shell: kinds(window.shell) }
  })
  const names =
    'askSavePath grantFile saveText openLink copyText restartEngine onLink onCommand notify onNotice keepLook'.split(
      ' ',
    )
  expect(given).toEqual({
    engine: { call: 'function', cancel: 'function', on: 'function' },
    shell: {
      ...Object.fromEntries(names.map((name) => [name, 'function'])),
      systemLanguage: 'string',
      platform: 'string',
      lastLook: 'object',
    },
  })
})

const CHANNELS = [
  'ask-save-path',
  'grant-file',
  'save-text',
  'open-link',
  'copy-text',
  'restart-engine',
  'last-look',
  'keep-look',
]

test('the shell answers only the program’s own page, and only what it understands', async () => {
  const { app, page, opened, clipboard } = await launchApp()
  await app.evaluate(({ clipboard: board }) => board.writeText('before'))
  // A page from elsewhere in a window that has everything a preload has.
  const answers = await app.evaluate(async ({ BrowserWindow }, channels) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        nodeIntegration: true,
        contextIsolation: false,
        sandbox: false,
        partition: 'foreign',
      },
    })
    await window.loadURL('data:text/html,<p>foreign</p>')
    const script = `(async () => {
      const { ipcRenderer } = require('electron')
      const said = []
      ipcRenderer.on('engine-up', () => said.push('a port to the engine'))
      ipcRenderer.send('window-ready')
      for (const channel of ${JSON.stringify(channels)})
        said.push(await ipcRenderer.invoke(channel, 'https://elsewhere.example/').then(() => 'answered', String))
      return said
    })()`
    const said: unknown = await window.webContents.executeJavaScript(script)
    window.destroy()
    return said
  }, CHANNELS)
  expect(answers).toEqual(
    CHANNELS.map(
      (channel) =>
        `Error: Error invoking remote method '${channel}': Error: ${channel} was asked by a foreign frame.`,
    ),
  )

  const odd = await page.evaluate(async () => {
    const values = [undefined, null, 7, true, {}, [], [7], { toString: () => 'x' }.toString, Symbol.iterator]
    const { askSavePath, copyText, openLink, grantFile, saveText, keepLook } = window.shell
    const wrong = [askSavePath, copyText, openLink, grantFile, saveText, keepLook].flatMap((call) =>
      values.map((value) => [call, value] as const),
    )
    const settled = await Promise.allSettled(
      wrong.map(async ([call, value]) => {
        const said: unknown = await Reflect.apply(call, null, [value])
        return said
      }),
    )
    return settled.filter(({ status }) => status === 'fulfilled').length
  })
  expect(odd).toBe(0)
  // A file that the page made up has no path, whatever it is called.
  expect(await page.evaluate(() => window.shell.grantFile(new File(['x'], '/etc/passwd')))).toEqual({
    kind: 'none',
  })
  const refused = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'app://ventanilla/',
    'smb://x/y',
    'no address',
    '',
  ]
  for (const url of refused)
    expect(await page.evaluate((link) => window.shell.openLink(link), url)).toBe(false)
  expect(await opened()).toEqual([])
  expect(await clipboard()).toBe('before')
})

test('the engine refuses whatever it does not understand, and goes on', async () => {
  const { page } = await launchApp()
  const answers = await page.evaluate(async () => {
    const methods = ['brands.create', 'mentions.get', 'mentions.images', 'sources.add', 'acts.do']
    const names = [...methods, '__proto__', 'constructor', 'toString', '', 'no.such', '../brands.list']
    const inputs = [null, 7, 'x', [], { id: {} }, { id: '__proto__' }, { brandId: '../../etc' }, { url: [] }]
    const wrong = names.flatMap((name) => inputs.map((input) => ({ name, input })))
    return Promise.all(
      wrong.map(async ({ name, input }) => ({
        ...{ name, input },
        text: await window.engine.call(name, input, crypto.randomUUID()),
      })),
    )
  })
  const replies = answers.map(({ name, input, text }) => {
    const reply = fromText(text)
    return { name, input, kind: reply.ok ? 'answered' : reply.failure.kind }
  })
  expect(replies.filter(({ kind }) => kind === 'answered' || kind === 'bug')).toEqual([])
  expect((await replyOf(page, 'brands.list', {})).ok).toBe(true)
})

test('the page may do nothing that needs a permission', async () => {
  const { page } = await launchApp()
  const states = await page.evaluate(async () => {
    // Without the program's own word Electron grants every one of them.
    const names = [
      'camera',
      'microphone',
      'geolocation',
      'notifications',
      'midi',
      'persistent-storage',
    ] as const
    const asked = await Promise.all(names.map((name) => navigator.permissions.query({ name })))
    const screen = await navigator.mediaDevices.getDisplayMedia({ video: true }).then(
      () => 'granted',
      () => 'denied',
    )
    return [...asked.map(({ state }) => state), await Notification.requestPermission(), screen]
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
})

/** Runs in the page without waiting for where it may be led, as Playwright would. */
const inPage = (app: ElectronApplication, script: string) =>
  app.evaluate(async ({ BrowserWindow }, text) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const said: unknown = await contents?.executeJavaScript(text)
    return { said, at: contents?.getURL() }
  }, script)

test('the page neither goes anywhere nor opens anything, and nothing comes into it', async () => {
  const canary = await openServer()
  const { app, opened } = await launchApp({ sample: true })
  const url = JSON.stringify(canary.url('/lured'))
  const windows = `[window.open(${url}, 'named', 'nodeIntegration=yes'), window.open('about:blank')]`
  expect(await inPage(app, windows)).toMatchObject({ said: [null, null] })
  const ways = [
    `document.body.appendChild(document.createElement('iframe')).src = ${url}`,
    `document.body.appendChild(document.createElement('webview')).setAttribute('src', ${url})`,
    `document.head.appendChild(document.createElement('script')).src = ${url}`,
    `new Image().src = ${url}`,
    `new WebSocket(${url}.replace('http', 'ws')).url`,
    `navigator.sendBeacon(${url})`,
    `fetch(${url}).catch(() => null)`,
    `location.href = 'data:text/html,<p>x'; null`,
    `location.href = ${url}; null`,
  ]
  for (const way of ways) expect(await inPage(app, way)).toMatchObject({ at: 'app://ventanilla/index.html' })
  // The window asks about the last address it was led to: by then every way before it was refused.
  const question = `document.querySelector('[role=dialog]')?.innerText ?? ''`
  await expect
    .poll(async () => (await inPage(app, question)).said, { timeout: 10_000 })
    .toContain(new URL(canary.origin).host)
  expect(app.windows()).toHaveLength(1)
  expect(await opened()).toEqual([])
  expect(canary.log).toEqual([])
})

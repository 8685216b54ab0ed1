import type { Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { createClient } from '../../src-main/contract/client.ts'
import { fromText, type Reply } from '../../src-main/contract/wire.ts'
import { launchApp, type TestApp } from './app.ts'
import { type FeedServer, startFeedServer } from './feed-server.ts'

/** A server on loopback that is gone after the test. */
export async function openServer(): Promise<FeedServer> {
  const server = await startFeedServer()
  onTestFinished(() => server.close())
  return server
}

/** Asks the engine as the window does, from inside the page. */
export const engineOf = (page: Page) => createClient((method, input) => replyOf(page, method, input))

/** The same for what may be refused. */
export async function replyOf(page: Page, method: string, input: unknown): Promise<Reply> {
  const asked = [method, input] as const
  return fromText(
    await page.evaluate(([name, given]) => window.engine.call(name, given, crypto.randomUUID()), asked),
  )
}

/** The program with one brand that listens to one feed, everything the feed says in its inbox. */
export async function launchWithFeed(server: FeedServer, feed: string): Promise<TestApp> {
  server.route('/feed', { body: feed, type: 'application/rss+xml' })
  const opened = await launchApp()
  const { page } = opened
  await page.getByLabel('Nombre de la marca').fill('Café Aurora')
  await page.getByRole('button', { name: 'Crear la marca' }).click()
  await page.getByRole('textbox', { name: /^Dirección de una página/ }).waitFor()
  const call = engineOf(page)
  for (const { brandId } of (await call('brands.list', {})).items)
    await call('sources.add', { brandId, url: server.url('/feed'), brings: 'everything' })
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Bandeja/ })
    .first()
    .click()
  await page.getByRole('option').first().waitFor()
  return opened
}

/** What the page did that outside text must never make it do. */
export interface Watched {
  /** What the console said was held back: the sanitiser should have left nothing to hold back. */
  readonly heldBack: string[]
  readonly dialogs: string[]
  readonly asked: string[]
  readonly navigated: string[]
}

export function watch(page: Page): Watched {
  const watched: Watched = { heldBack: [], dialogs: [], asked: [], navigated: [] }
  page.on('console', (message) => {
    if (/Content Security Policy|Blocked|Refused|sandbox/i.test(message.text()))
      watched.heldBack.push(message.text())
  })
  page.on('dialog', (dialog) => {
    watched.dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => watched.asked.push(request.url()))
  page.on('framenavigated', (frame) => {
    if (frame.url() !== 'about:srcdoc') watched.navigated.push(frame.url())
  })
  return watched
}

export const NOTHING: Watched = { heldBack: [], dialogs: [], asked: [], navigated: [] }

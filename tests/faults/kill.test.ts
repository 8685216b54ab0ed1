import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { chance } from '../support/chance.ts'
import { openLines } from '../support/command-line.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startTestEngine } from '../support/test-engine.ts'
import { openTown } from '../support/town.ts'
import { nextStep, type Step } from './steps.ts'

const SEED = Number(process.env['VENTANILLA_SEED'] ?? 1)
const COUNT = Number(process.env['VENTANILLA_COUNT'] ?? 200)
const NOW = '2026-11-20T09:00:00Z'
const MOST_ACTS = 40

const Answer = z.looseObject({ ok: z.boolean() })

test(`what was acknowledged is there after the program was killed at any moment (${COUNT} times, seed ${SEED})`, async () => {
  const luck = chance(SEED)
  const folder = temporaryFolder()
  const ids = await sampleMentions(folder)
  let number = 0
  for (let kill = 0; kill < COUNT; kill += 1) {
    const kept = new Map<string, Step>()
    const lines = openLines(folder, NOW)
    const acts = luck.below(MOST_ACTS)
    for (let act = 0; act < acts; act += 1) {
      const step = nextStep(luck, (number += 1), ids)
      expect(Answer.parse(await lines.ask(step.line)).ok).toBe(true)
      kept.set(`${step.mentionId} ${'drafts' in step.expects ? 'draft' : step.line}`, step)
    }
    // Some more are under way when it dies: they may be there or not, but never half.
    for (let more = luck.below(4); more > 0; more -= 1) {
      const step = nextStep(luck, (number += 1), ids)
      kept.delete(`${step.mentionId} draft`)
      lines.send(step.line)
    }
    await lines.kill()
    await expectKept(folder, [...kept.values()], kill)
  }
})

/** Starts again and looks for every acknowledged step, and for damage. */
async function expectKept(folder: string, steps: readonly Step[], kill: number): Promise<void> {
  const lines = openLines(folder, NOW)
  for (const { mentionId, expects } of steps) {
    const answer = await lines.ask(
      JSON.stringify({ id: 1, method: 'mentions.get', input: { id: mentionId } }),
    )
    expect({ kill, answer }).toMatchObject({ kill, answer: { ok: true, output: expects } })
  }
  const check = await lines.ask(JSON.stringify({ id: 2, method: 'store.check', input: {} }))
  expect(check).toMatchObject({ output: { files: [{ ok: true }, { ok: true }] } })
  await lines.end()
}

async function sampleMentions(folder: string): Promise<string[]> {
  const engine = startTestEngine({ folder, at: NOW })
  const { brandId } = await engine.call('brands.addSample', {})
  const { items } = await engine.call('mentions.list', { brandId, limit: 20 })
  await engine.close()
  return items.map(({ id }) => id)
}

test(`a gathering that was killed is finished by the next, nothing lost and nothing doubled (${Math.ceil(COUNT / 10)} times)`, async () => {
  const luck = chance(SEED)
  const town = await openTown()
  onTestFinished(town.close)
  for (let kill = 0; kill < Math.ceil(COUNT / 10); kill += 1) {
    const folder = temporaryFolder()
    const first = openLines(folder, NOW)
    await first.ask(JSON.stringify({ id: 1, method: 'brands.create', input: { name: 'Café Aurora' } }))
    await first.ask(
      JSON.stringify({ id: 2, method: 'sources.addMany', input: { brandId: 'b1', opml: opml(town.origin) } }),
    )
    first.send(JSON.stringify({ id: 3, method: 'gather.run', input: {} }))
    // At a request of its own rather than after some time: how far it has come is then up to chance and not to the machine.
    const asked = town.asked.length + 1 + luck.below(FEEDS.length)
    await expect.poll(() => town.asked.length >= asked, { timeout: 20_000, interval: 1 }).toBe(true)
    await first.kill()

    const second = openLines(folder, NOW)
    await second.ask(JSON.stringify({ id: 4, method: 'gather.run', input: {} }))
    const { output } = z
      .looseObject({
        output: z.looseObject({ items: z.array(z.looseObject({ externalId: z.string().nullable() })) }),
      })
      .parse(await second.ask(JSON.stringify({ id: 5, method: 'mentions.list', input: { limit: 50 } })))
    expect(output.items.map(({ externalId }) => externalId).toSorted()).toEqual(EVERYTHING)
    expect(await second.ask(JSON.stringify({ id: 6, method: 'store.check', input: {} }))).toMatchObject({
      output: { files: [{ ok: true }, { ok: true }] },
    })
    await second.end()
  }
})

const FEEDS = ['/blog/feed.xml', '/resenas.atom', '/shop/feed.json']
const EVERYTHING = ['blog-1', 'blog-2', 'blog-3', 'shop-1', 'urn:resena:1', 'urn:resena:2', 'urn:resena:3']

function opml(origin: string): string {
  const outlines = FEEDS.map((path) => `<outline type="rss" text="${path}" xmlUrl="${origin}${path}"/>`)
  return `<opml version="2.0"><body>${outlines.join('')}</body></opml>`
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../../../src-main/contract/acts.ts'
import type { MentionId } from '../../../src-main/contract/ids.ts'
import { startTestEngine } from '../../support/test-engine.ts'

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>(
    { kind: 'tag', tag: 'envío' },
    { kind: 'tag', tag: 'envío/tarde' },
    { kind: 'untag', tag: 'envío' },
    { kind: 'status', to: 'pending' },
    { kind: 'status', to: 'open' },
    { kind: 'status', to: 'resolved', reason: 'spam' },
    { kind: 'snooze', until: '2026-03-02T12:00:00Z' },
    { kind: 'snooze', until: null },
    { kind: 'read' },
    { kind: 'unread' },
  ),
)

const step = fc.oneof(
  fc.record({ what: fc.constant('act' as const), act, nth: fc.nat({ max: 30 }) }),
  fc.record({
    what: fc.constant('act-on-all' as const),
    act,
    where: fc.constantFrom('', 'is:open', 'tag:envío'),
  }),
  fc.record({
    what: fc.constant('arrive' as const),
    answers: fc.option(fc.nat({ max: 30 })),
    ours: fc.boolean(),
    hoursAgo: fc.nat({ max: 60 }),
  }),
  fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constant('undo' as const) }),
)

test('what the sidebar counts is what its views list, whatever is done and whatever arrives between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
      const brandId = await engine.addBrand({ handles: ['CafeLuna'] })
      const ids: MentionId[] = [engine.addMention(brandId, 'la primera')]
      for (const each of steps) {
        const nth = (index: number) => ids[index % ids.length] ?? ids[0]
        if (each.what === 'arrive') {
          const answers = each.answers === null ? undefined : nth(each.answers)
          const id = engine.addMention(brandId, `llegó ${ids.length}`, {
            publishedAt: new Date(engine.now() - each.hoursAgo * 3_600_000).toISOString(),
            ...(answers && { answers }),
            ...(each.ours && answers ? { ourVoice: true } : {}),
          })
          if (!each.ours || !answers) ids.push(id)
        } else if (each.what === 'wait') {
          engine.moveClockTo(new Date(engine.now() + each.hours * 3_600_000).toISOString())
        } else if (each.what === 'undo') {
          const { items } = await engine.call('acts.list', { limit: 1 })
          if (items[0] && !items[0].undone) await engine.call('acts.undo', { actId: items[0].actId })
        } else {
          const id = each.what === 'act' ? nth(each.nth) : undefined
          const asOf = new Date(engine.now()).toISOString()
          const on = id ? { ids: [id] } : { brandId, where: 'where' in each ? each.where : '', asOf }
          await engine.call('acts.do', { on, act: each.act })
        }
        await expectTrueCounts(engine.call, brandId)
      }
      await engine.close()
    }),
    { numRuns: 10 },
  )
})

async function expectTrueCounts(
  call: ReturnType<typeof startTestEngine>['call'],
  brandId: Awaited<ReturnType<ReturnType<typeof startTestEngine>['addBrand']>>,
) {
  const views = await call('views.list', { brandId })
  const tags = await call('tags.list', { brandId })
  const brand = (await call('brands.list', {})).items[0]
  const wheres = [...views.items.map(({ where }) => where), 'tag:envío is:open', 'llegó -tag:envío']
  const background = await call('views.counts', { brandId, where: wheres })
  for (const [index, where] of wheres.entries()) {
    const { items } = await call('mentions.list', { brandId, where, limit: 100 })
    const { count } = await call('mentions.count', { brandId, where })
    const days = await call('mentions.days', { brandId, where })
    expect([where, count, days.count, background.items[index]]).toEqual([
      where,
      items.length,
      items.length,
      { count: items.length, more: false },
    ])
    const view = views.items[index]
    if (view) expect([view.name, view.count]).toEqual([view.name, items.length])
    if (view?.name === 'unread') expect(brand?.unread).toBe(items.length)
    if (view?.name === 'unanswered') expect(brand?.unanswered).toBe(items.length)
    if (view?.name === 'everything') expect(brand?.mentions).toBe(items.length)
  }
  for (const { tag, count } of tags.items) {
    const { items } = await call('mentions.list', { brandId, where: `tag:${tag}`, limit: 100 })
    const own = items.filter((item) => item.tags.includes(tag))
    expect([tag, count]).toEqual([tag, own.length])
  }
}

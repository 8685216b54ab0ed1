import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CallFailed } from '../../../src-main/contract/failure.ts'
import type { BrandId, ViewId } from '../../../src-main/contract/ids.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

async function startWithBrand() {
  const engine = startTestEngine()
  const brandId = await engine.addBrand()
  engine.addMention(brandId, 'El envío llegó tarde', { rating: 1 })
  engine.addMention(brandId, 'Todo bien', { rating: 5 })
  const save = (name: string, where: string, of: BrandId | 'all' = brandId) =>
    engine.call('views.save', { brandId: of, name, where })
  const saved = async (of: BrandId | null = brandId) =>
    (await engine.call('views.list', of === null ? {} : { brandId: of })).saved
  const names = async () => (await saved()).map(({ name }) => name)
  return { ...engine, brandId, save, saved, names }
}

test('a question that is saved is a view with how many it holds, now and later', async () => {
  const { brandId, save, saved, addMention } = await startWithBrand()
  const { viewId } = await save('Tarde y mal', 'tarde rating:<=2')
  expect(await saved()).toEqual([
    { viewId, brandId, name: 'Tarde y mal', where: 'tarde rating:<=2', count: 1, more: false },
  ])
  addMention(brandId, 'Tarde otra vez', { rating: 2 })
  expect(await saved()).toMatchObject([{ count: 2 }])
})

test('a view of all brands counts all of them, and stands beside each brand’s own', async () => {
  const { brandId, save, saved, addBrand, addMention } = await startWithBrand()
  const other = await addBrand({ name: 'Nube Móvil' })
  addMention(other, 'Muy tarde')
  await save('Los míos', 'is:open')
  await save('Tarde', 'tarde', 'all')
  expect((await saved(null)).map(({ name, count, brandId: of }) => [name, count, of])).toEqual([
    ['Tarde', 2, null],
  ])
  expect((await saved(brandId)).map(({ name, count }) => [name, count])).toEqual([
    ['Los míos', 2],
    ['Tarde', 1],
  ])
  expect((await saved(other)).map(({ name, count }) => [name, count])).toEqual([['Tarde', 1]])
})

test('views stand in the order the user likes, and a new one below', async () => {
  const { call, save, names } = await startWithBrand()
  const ids: ViewId[] = []
  for (const name of ['A', 'B', 'C']) ids.push((await save(name, name)).viewId)
  const [a, b, c] = ids
  if (!a || !b || !c) throw new Error('A view is missing.')
  const { actId } = await call('views.order', { viewIds: [c, a] })
  expect(await names()).toEqual(['C', 'A', 'B'])
  await save('D', 'd')
  expect(await names()).toEqual(['C', 'A', 'B', 'D'])
  await call('acts.undo', { actId })
  expect(await names()).toEqual(['A', 'B', 'C', 'D'])
})

test('what is done to views is told, listed among the acts, and undone like any other', async () => {
  const { call, save, saved, names, events } = await startWithBrand()
  const { viewId, actId: savedBy } = await save('Mal', 'rating:<=2')
  const { actId: renamedBy } = await call('views.rename', { viewId, name: 'Muy mal' })
  const { actId: changedBy } = await call('views.save', { viewId, where: 'rating:=1' })
  const { actId: removedBy } = await call('views.remove', { viewId })
  expect(await names()).toEqual([])
  expect((await call('acts.list', { limit: 10 })).items.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['view-remove', 'Muy mal'],
    ['view-change', 'Muy mal'],
    ['view-rename', 'Muy mal'],
    ['view-save', 'Mal'],
  ])
  expect(events).toContainEqual({ kind: 'changed', subject: 'views', brandId: viewId.split('.')[0] })

  expect(await call('acts.undo', { actId: removedBy })).toEqual({ undone: 1, left: [] })
  expect(await saved()).toMatchObject([{ viewId, name: 'Muy mal', where: 'rating:=1' }])
  await call('acts.undo', { actId: changedBy })
  await call('acts.undo', { actId: renamedBy })
  expect(await saved()).toMatchObject([{ viewId, name: 'Mal', where: 'rating:<=2' }])
  await call('acts.undo', { actId: savedBy })
  expect(await names()).toEqual([])
})

test('undoing a name leaves what was asked since, and a view that was renamed is not taken away', async () => {
  const { call, save, saved } = await startWithBrand()
  const { viewId, actId: savedBy } = await save('Mal', 'rating:<=2')
  const { actId: renamedBy } = await call('views.rename', { viewId, name: 'Muy mal' })
  await call('views.save', { viewId, where: 'rating:=1' })
  await call('acts.undo', { actId: renamedBy })
  expect(await saved()).toMatchObject([{ name: 'Mal', where: 'rating:=1' }])
  expect(await call('acts.undo', { actId: savedBy })).toEqual({
    undone: 0,
    left: [{ id: viewId, field: 'question', holds: 'rating:=1' }],
  })
})

test('a view of all brands is undone from within any of them', async () => {
  const { call, brandId, save, names } = await startWithBrand()
  const { actId } = await save('Tarde', 'tarde', 'all')
  const { items } = await call('acts.list', { brandId, limit: 5 })
  expect(items[0]).toMatchObject({ actId, kind: 'view-save', detail: 'Tarde', undone: false })
  await call('acts.undo', { actId })
  expect(await names()).toEqual([])
  await expect(call('acts.undo', { actId })).rejects.toThrow('undone before')
})

test.each<[string, (started: Awaited<ReturnType<typeof startWithBrand>>) => Promise<unknown>, string]>([
  ['a question that is not understood', ({ save }) => save('Mal', 'tga:x'), 'bad-question'],
  ['a name that is taken, however it is written', ({ save }) => save('Envios', ''), 'conflict'],
  [
    'a view that is not here',
    ({ call, brandId }) => call('views.remove', { viewId: viewOf(brandId, 99) }),
    'not-found',
  ],
])('%s is refused, and nothing is changed', async (_says, act, kind) => {
  const started = await startWithBrand()
  await started.save('Envíos', 'envío')
  const failed = await act(started).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(CallFailed)
  expect(failed).toMatchObject({ failure: { kind } })
  expect(await started.names()).toEqual(['Envíos'])
})

// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- an id of the right shape
const viewOf = (brandId: BrandId, row: number) => `${brandId}.w${row}` as ViewId

/** One thing a user may do to the n-th of their views. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('save' as const), name: fc.constantFrom('A', 'B', 'C', 'D') }),
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(3), name: fc.constantFrom('E', 'F', 'G') }),
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(3), where: fc.constantFrom('x', 'is:open') }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'raise' as const), at: fc.nat(3) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function doStep({ call }: TestEngine, of: BrandId | 'all', brandId: BrandId, given: Step) {
  const { saved } = await call('views.list', { brandId })
  const mine = saved.filter((view) => (of === 'all') === (view.brandId === null))
  if (given.kind === 'save') return call('views.save', { brandId: of, name: given.name, where: '' })
  const view = mine[given.at]
  if (!view) return null
  if (given.kind === 'rename') return call('views.rename', { viewId: view.viewId, name: given.name })
  if (given.kind === 'change') return call('views.save', { viewId: view.viewId, where: given.where })
  if (given.kind === 'remove') return call('views.remove', { viewId: view.viewId })
  return call('views.order', { viewIds: [view.viewId] })
}

test.each(['brand', 'all'] as const)(
  'undo restores what was kept of views to the byte, where nothing came between: of %s',
  async (whose) => {
    const engine = startTestEngine()
    const brandId = await engine.addBrand()
    const of = whose === 'all' ? 'all' : brandId
    const kept = async () => (await engine.call('views.list', { brandId })).saved
    const rows = () => engine.fileOf(brandId).prepare('SELECT * FROM view ORDER BY id').all()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 4 }), step, async (before, given) => {
        for (const earlier of before) await doStep(engine, of, brandId, earlier).catch(() => null)
        const held = { kept: await kept(), rows: rows() }
        const done = await doStep(engine, of, brandId, given).catch(() => null)
        if (done === null) return
        expect((await engine.call('acts.undo', { actId: done.actId })).left).toEqual([])
        expect({ kept: await kept(), rows: rows() }).toEqual(held)
      }),
      { numRuns: 60, seed: 4 },
    )
  },
)

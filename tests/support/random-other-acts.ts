import fc from 'fast-check'
import type { ActId, MentionId, PersonId } from '../../src-main/contract/ids.ts'
import type { AnyAct, World } from './random-acts.ts'

/** Acts on everything that is not a mention's state, a tag or a rule. */
const which = fc.nat({ max: 9 })
export const otherAct = fc.oneof(
  fc.record({
    does: fc.constant('people.set' as const),
    which,
    firstName: fc.constantFrom('Ana', 'Eva', ''),
    notes: fc.constantFrom('Le gusta el cortado', ''),
  }),
  fc.record({
    does: fc.constantFrom('people.merge' as const, 'people.unmerge' as const, 'people.notSame' as const),
    which,
    other: which,
  }),
  fc.record({
    does: fc.constantFrom('promises.add' as const, 'promises.settle' as const, 'promises.move' as const),
    which,
    state: fc.constantFrom('kept' as const, 'broken' as const),
    due: fc.constantFrom('2026-03-06T17:00:00Z', '2026-03-09T17:00:00Z'),
  }),
  fc.record({
    does: fc.constantFrom(
      'replies.pleaseRead' as const,
      'replies.noNeedToRead' as const,
      'replies.reviewed' as const,
    ),
    which,
    words: fc.constantFrom('', 'mira el tono'),
  }),
  fc.record({
    does: fc.constant('replies.correctAsk' as const),
    which,
    asks: fc.constantFrom('que llegue', 'el dinero'),
  }),
  fc.record({
    does: fc.constantFrom('facts.save' as const, 'facts.change' as const, 'facts.remove' as const),
    which,
    title: fc.constantFrom('Horario', 'Devoluciones'),
  }),
  fc.record({
    does: fc.constantFrom('spelling.add' as const, 'spelling.remove' as const),
    word: fc.constantFrom('Nubeplán', 'cortadito'),
  }),
  fc.record({ does: fc.constant('look.set' as const), off: fc.constantFrom([], ['jargon']) }),
  fc.record({
    does: fc.constant('brands.set' as const),
    name: fc.constantFrom('Café Luna', 'Café Sol'),
    words: fc.constantFrom(['café luna'], ['café sol', 'luna']),
    handles: fc.constantFrom([], ['CafeLuna'], ['CafeLuna', 'Eva'], ['Luis']),
  }),
  fc.record({
    does: fc.constantFrom('sources.set' as const, 'sources.remove' as const),
    which,
    title: fc.constantFrom('Foro', 'Foro viejo'),
    paused: fc.boolean(),
  }),
  fc.record({ does: fc.constant('understand.forget' as const) }),
  fc.record({
    does: fc.constantFrom(
      'views.save' as const,
      'views.change' as const,
      'views.rename' as const,
      'views.remove' as const,
      'views.order' as const,
    ),
    which,
    name: fc.constantFrom('Una', 'Otra', 'Más'),
    where: fc.constantFrom('is:open', 'palabra1'),
  }),
)
export type OtherAct = typeof otherAct extends fc.Arbitrary<infer Value> ? Value : never

const OTHERS = /^(?:people|promises|replies|facts|spelling|look|brands|sources|understand|views)\./

export function isOtherAct(step: AnyAct): step is OtherAct {
  return OTHERS.test(step.does)
}

/** Does one of them; null where there is nothing yet to do it to. */
export async function doOtherAct(world: World, step: OtherAct): Promise<ActId | null> {
  const before = await newestAct(world)
  const answered = await doIt(world, step)
  if (answered === null) return null
  if (typeof answered === 'object' && 'actId' in answered && typeof answered.actId === 'string')
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the contract checked it
    return answered.actId as ActId
  const newest = await newestAct(world)
  return newest === before ? null : newest
}

/** What the user did last, as Ctrl+Z would find it. */
async function newestAct({ engine, brandId }: World): Promise<ActId | null> {
  const { items } = await engine.call('acts.list', { brandId, limit: 1, by: 'user' })
  return items[0]?.actId ?? null
}

function doIt(world: World, step: OtherAct): Promise<object | null> {
  switch (step.does) {
    case 'people.set':
    case 'people.merge':
    case 'people.unmerge':
    case 'people.notSame':
      return doToPeople(world, step)
    case 'promises.add':
    case 'promises.settle':
    case 'promises.move':
      return doToPromise(world, step)
    case 'replies.pleaseRead':
    case 'replies.noNeedToRead':
    case 'replies.reviewed':
    case 'replies.correctAsk':
      return doToAnswer(world, step)
    case 'facts.save':
    case 'facts.change':
    case 'facts.remove':
      return doToFact(world, step)
    case 'views.save':
    case 'views.change':
    case 'views.rename':
    case 'views.remove':
    case 'views.order':
      return doToView(world, step)
    case 'spelling.add':
    case 'spelling.remove':
    case 'look.set':
    case 'brands.set':
    case 'understand.forget':
    case 'sources.set':
    case 'sources.remove':
      return doToBrand(world, step)
  }
}

type Step<Does extends OtherAct['does']> = Extract<OtherAct, { does: Does }>

const nth = <Item>(items: readonly Item[], which: number): Item | null =>
  items[which % Math.max(items.length, 1)] ?? null

async function personAt({ engine, ids }: World, which: number): Promise<PersonId | null> {
  const id = nth(ids, which)
  return id === null ? null : (await engine.call('mentions.get', { id })).personId
}

async function doToPeople(
  world: World,
  step: Step<'people.set'> | Step<'people.merge' | 'people.unmerge' | 'people.notSame'>,
): Promise<object | null> {
  const { call } = world.engine
  const id = await personAt(world, step.which)
  if (id === null) return null
  if (step.does === 'people.set') {
    const { firstName, notes } = step
    return call('people.set', { id, firstName, notes })
  }
  if (step.does === 'people.unmerge') {
    const { handles } = await call('people.get', { id })
    const last = handles.at(-1)
    return handles.length < 2 || !last ? null : call('people.unmerge', { id, handles: [last.id] })
  }
  const other = await personAt(world, step.other)
  return other === null || other === id ? null : call(step.does, { ids: [id, other] })
}

async function doToPromise(
  world: World,
  step: Step<'promises.add' | 'promises.settle' | 'promises.move'>,
): Promise<object | null> {
  const { call } = world.engine
  const mentionId = nth(world.ids, step.which)
  if (step.does === 'promises.add')
    return mentionId === null ? null : call('promises.add', { mentionId, text: 'llamar', due: step.due })
  const { items } = await call('promises.list', { brandId: world.brandId })
  const promiseId = nth(items, step.which)?.promiseId
  if (promiseId === undefined) return null
  if (step.does === 'promises.move') return call('promises.move', { promiseId, due: step.due })
  return call('promises.settle', { promiseId, state: step.state })
}

function doToAnswer(
  { engine: { call }, ids }: World,
  step: Step<'replies.pleaseRead' | 'replies.noNeedToRead' | 'replies.reviewed'> | Step<'replies.correctAsk'>,
): Promise<object | null> {
  const mentionId: MentionId | null = nth(ids, step.which)
  if (mentionId === null) return Promise.resolve(null)
  switch (step.does) {
    case 'replies.pleaseRead':
      return call(step.does, { mentionId, note: step.words })
    case 'replies.noNeedToRead':
      return call(step.does, { mentionId })
    case 'replies.reviewed':
      return call(step.does, {
        mentionId,
        verdict: step.words === '' ? 'approved' : 'commented',
        comment: step.words,
      })
    case 'replies.correctAsk':
      return call(step.does, { mentionId, asks: step.asks })
  }
}

async function doToFact(
  { engine: { call }, brandId }: World,
  { does, which, title }: Step<'facts.save' | 'facts.change' | 'facts.remove'>,
): Promise<object | null> {
  const fact = { brandId, language: 'es', title, body: 'De diez a ocho' } as const
  if (does === 'facts.save') return call('facts.save', fact)
  const factId = nth((await call('facts.list', { brandId })).items, which)?.factId
  if (factId === undefined) return null
  return does === 'facts.remove' ? call('facts.remove', { factId }) : call('facts.save', { ...fact, factId })
}

async function doToView(
  { engine: { call }, brandId }: World,
  {
    does,
    which,
    name,
    where,
  }: Step<'views.save' | 'views.change' | 'views.rename' | 'views.remove' | 'views.order'>,
): Promise<object | null> {
  if (does === 'views.save') return call('views.save', { brandId, name, where })
  const { saved } = await call('views.list', { brandId })
  const viewId = nth(saved, which)?.viewId
  if (viewId === undefined) return null
  if (does === 'views.change') return call('views.save', { viewId, where })
  if (does === 'views.rename') return call('views.rename', { viewId, name })
  if (does === 'views.remove') return call('views.remove', { viewId })
  return call('views.order', { viewIds: saved.map((view) => view.viewId).toReversed() })
}

async function doToBrand(
  { engine: { call }, brandId }: World,
  step:
    | Step<'spelling.add' | 'spelling.remove'>
    | Step<'look.set'>
    | Step<'brands.set'>
    | Step<'understand.forget'>
    | Step<'sources.set' | 'sources.remove'>,
): Promise<object | null> {
  switch (step.does) {
    case 'spelling.add':
    case 'spelling.remove':
      return call(step.does, { brandId, word: step.word })
    case 'look.set':
      return call('look.set', { brandId, off: [...step.off] })
    case 'brands.set':
      return call('brands.set', {
        brandId,
        name: step.name,
        words: [...step.words],
        handles: [...step.handles],
      })
    case 'understand.forget':
      return call('understand.forget', { brandId })
    case 'sources.set':
    case 'sources.remove': {
      const [first, ...others] = (await call('sources.list', { brandId })).items
      // The first one goes on bringing what is gathered.
      const remains = step.does === 'sources.remove' ? [] : first ? [first] : []
      const sourceId = nth([...remains, ...others], step.which)?.sourceId
      if (sourceId === undefined) return null
      if (step.does === 'sources.remove') return call('sources.remove', { sourceId })
      return call('sources.set', { sourceId, title: step.title, paused: step.paused })
    }
  }
}

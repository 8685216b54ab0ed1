import { expect, test } from 'vitest'
import { contract, isMethodName, type MethodName } from '../../../src-main/contract/contract.ts'
import { startTestEngine, type TestEngine } from '../../support/test-engine.ts'

/** A word that only the other client's brand has, in everything that is written about it. */
const SECRET = 'zarzaparrilla'
/** It is found by this, and an answer that repeats the question does not say it. */
const PART = 'zarza*'

async function client(engine: TestEngine, name: string, word: string) {
  const { call, addBrand, addSource, addMention } = engine
  const brandId = await addBrand({ name, words: [word] })
  const sourceId = addSource(brandId, { title: `Foro ${word}`, url: `https://${word}.example/feed` })
  const said = { sourceId, author: 'Lucía Martín', handle: 'lucia_m84', rating: 2 }
  const first = addMention(brandId, `¿Dónde está el pedido 4312889 de ${word}?`, said)
  const { replyId } = await call('replies.queue', {
    mentionId: first,
    body: `Lucía, perdona: mañana llega tu ${word}.`,
    promises: [{ text: `llamar por ${word}`, due: '2026-03-04T09:00:00Z' }],
  })
  await call('outbox.confirm', { replyId, posted: true })
  const mentionId = addMention(brandId, `Sigo sin el pedido 4312889 de ${word}.`, said)
  await call('replies.saveDraft', { mentionId, body: `Lucía, te llevo la ${word} yo.` })
  await call('replies.saveDraft', { mentionId, body: `La ${word} va hoy.` })
  await call('replies.pleaseRead', { mentionId, note: word })
  await call('replies.correctAsk', { mentionId, asks: `que llegue la ${word}` })
  await call('facts.save', { brandId, language: 'es', title: word, body: `La ${word} abre a las 9.` })
  await call('spelling.add', { brandId, word })
  await call('acts.do', { on: { ids: [mentionId] }, act: { kind: 'tag', tag: `${word}/tarde` } })
  const { personId } = await call('mentions.get', { id: mentionId })
  await call('people.set', { id: personId ?? 'b0.p0', notes: `Le gusta la ${word}` })
  return { brandId, sourceId, mentionId, personId }
}

/** Everything a window may ask about one brand, in every shape a method may take. */
function questions({ brandId, sourceId, mentionId, personId }: Awaited<ReturnType<typeof client>>): object[] {
  return [
    { brandId },
    { brandId, limit: 100 },
    { brandId, query: PART, limit: 100 },
    { brandId, query: '4312889', limit: 100 },
    { brandId, where: PART, limit: 100 },
    { brandId, typed: PART, cursor: PART.length },
    { brandId, text: PART },
    { id: mentionId },
    { id: personId },
    { sourceId },
    { mentionId },
    { mentionId, body: 'Lucía, perdona.' },
    { mentionId, text: 'Una zarza, por favor, para la señora.' },
  ]
}

const reads = Object.keys(contract)
  .filter(isMethodName)
  .filter((name) => !contract[name].changes)

/** The question as a method takes it; null where nothing of it would say which brand is meant. */
function asTaken(name: MethodName, question: object): object | null {
  const taken = contract[name].input.safeParse(question)
  const names = taken.success ? Object.keys(taken.data) : []
  return names.some((key) => /^(?:brandId|id|sourceId|mentionId)$/.test(key)) ? question : null
}

const MUST_ANSWER = [
  'mentions.list mentions.search mentions.get mentions.count people.get people.suggestions replies.listen replies.look',
  'facts.list spelling.words spelling.check outbox.list promises.list tags.list acts.list views.list sources.list',
].flatMap((names) => names.split(' '))

test('whatever is asked about one client’s brand, nothing of another’s is in the answer', async () => {
  const engine = startTestEngine()
  await client(engine, 'La de los refrescos', SECRET)
  const mine = await client(engine, 'Café Luna', 'horchata')
  const answered = new Set<string>()
  for (const name of reads) {
    for (const question of questions(mine).flatMap((each) => asTaken(name, each) ?? [])) {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- checked above with this method's own schema
      const answer = await engine.call(name, question as never).then(JSON.stringify, () => null)
      if (answer === null) continue
      answered.add(name)
      expect(`${name}: ${answer}`).not.toContain(SECRET)
    }
  }
  expect(MUST_ANSWER.filter((name) => !answered.has(name))).toEqual([])
})

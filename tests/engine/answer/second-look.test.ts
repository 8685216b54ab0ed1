import { expect, test } from 'vitest'
import { startTestEngine } from '../../support/test-engine.ts'

const started = async (brand = {}) => {
  const engine = startTestEngine({ at: '2026-03-02T09:00:00Z' })
  const brandId = await engine.addBrand({ name: 'Café Luna', languages: ['es'], ...brand })
  const codesOf = async (
    mentionId: Parameters<typeof engine.call<'replies.look'>>[1]['mentionId'],
    body: string,
  ) => (await engine.call('replies.look', { mentionId, body })).remarks.map(({ code }) => code)
  return { ...engine, brandId, codesOf }
}

test('a good answer gets no remark; one that could be to anybody gets several', async () => {
  const { brandId, addMention, codesOf } = await started()
  const id = addMention(brandId, 'El pedido llegó tarde y frío.', {
    author: 'Lucía',
    rating: 1,
    language: 'es',
  })
  expect(
    await codesOf(id, 'Lucía, siento que el pedido llegara tarde y frío. Te devuelvo hoy el importe.'),
  ).toEqual([])
  expect(await codesOf(id, 'Estimado cliente: lamentamos las molestias ocasionadas.')).toEqual([
    'no-name',
    'not-specific',
    'stock-phrase',
  ])
})

test('the person’s own form of address outranks the brand’s', async () => {
  const { call, brandId, addMention, codesOf } = await started({ address: 'tu' })
  const id = addMention(brandId, 'No me llegó la factura de marzo.', { author: 'Estela', language: 'es' })
  const body = 'Estela, tienes razón: siento que no te llegara la factura. Te la mando hoy.'
  expect(await codesOf(id, body)).toEqual([])
  const person = (await call('mentions.get', { id })).person
  if (!person) throw new Error('Nobody is known.')
  await call('people.set', { id: person.id, address: 'usted' })
  expect(await codesOf(id, body)).toEqual(['form-of-address'])
})

test('a promise to somebody whom we broke one to is remarked, whatever its date', async () => {
  const { call, brandId, addMention, codesOf } = await started()
  const before = addMention(brandId, 'Llevo una semana sin caldera.', {
    author: 'Toni',
    publishedAt: '2026-02-10T09:00:00Z',
  })
  const id = addMention(brandId, 'Sigo esperando la llamada por la caldera.', {
    author: 'Toni',
    rating: 1,
    language: 'es',
  })
  const body = 'Toni, perdona lo de la caldera. Te llamo el jueves sin falta.'
  const { promiseId } = await call('promises.add', {
    mentionId: before,
    text: 'Llamar por la caldera',
    due: '2026-03-20T22:00:00Z',
  })
  expect(await codesOf(id, body)).toEqual([])
  await call('promises.settle', { promiseId, state: 'broken' })
  expect(await codesOf(id, body)).toEqual(['promise-broken-before'])
})

test('an answer like an earlier one says which and how much; the greeting does not count', async () => {
  const { call, brandId, addMention } = await started({ handles: ['@cafeluna'] })
  const body =
    'siento que la tarta de queso saliera seca el domingo: el horno nuevo nos engañó y no la probamos antes.'
  const first = addMention(brandId, 'La tarta estaba seca.', { author: 'Ana', rating: 2, language: 'es' })
  const { replyId } = await call('replies.queue', { mentionId: first, body: `Hola, Ana: ${body}` })
  await call('outbox.confirm', { replyId, posted: true })
  const second = addMention(brandId, 'Qué tarta de queso más seca.', {
    author: 'Luis',
    rating: 2,
    language: 'es',
  })
  const { remarks } = await call('replies.look', { mentionId: second, body: `Luis, ${body}` })
  expect(remarks).toMatchObject([{ code: 'too-alike', facts: { percent: 100, mentionId: first } }])

  const third = addMention(brandId, 'El café, tibio.', { author: 'Eva', rating: 2, language: 'es' })
  addMention(
    brandId,
    'Eva, el café salió tibio porque la máquina se apagó a media mañana y no lo vimos hasta la una.',
    {
      author: 'cafeluna',
      ourVoice: true,
      language: 'es',
    },
  )
  const again = await call('replies.look', {
    mentionId: third,
    body: 'Eva, perdona: el café salió tibio porque la máquina se apagó a media mañana y no lo vimos hasta la una.',
  })
  expect(again.remarks.map(({ code }) => code)).toEqual(['too-alike'])
})

test('nothing of one brand is too like an answer of another', async () => {
  const { call, brandId, addBrand, addMention, codesOf } = await started()
  const other = await addBrand({ name: 'Nube Móvil' })
  const body =
    'siento que la línea se cortara el domingo por la tarde: una obra rompió el cable y tardamos en verlo.'
  const there = addMention(other, 'Sin línea el domingo.', { author: 'Ana', rating: 2 })
  const { replyId } = await call('replies.queue', { mentionId: there, body: `Ana, ${body}` })
  await call('outbox.confirm', { replyId, posted: true })
  const here = addMention(brandId, 'La línea se cortó el domingo.', {
    author: 'Luis',
    rating: 2,
    language: 'es',
  })
  expect(await codesOf(here, `Luis, ${body}`)).toEqual([])
})

test('a remark that is off is not made, and a remark that was let be stays away from this draft alone', async () => {
  const { call, brandId, addMention, codesOf } = await started()
  const id = addMention(brandId, 'Tardasteis mucho con la tarta.', {
    author: 'Lucía',
    rating: 2,
    language: 'es',
  })
  const other = addMention(brandId, 'La tarta llegó tarde.', { author: 'Pedro', rating: 2, language: 'es' })
  const body = 'Lucía, lamentamos las molestias con la tarta.'
  expect(await codesOf(id, body)).toEqual(['stock-phrase'])
  await call('look.dismiss', { mentionId: id, code: 'stock-phrase', phrase: 'lamentamos las molestias' })
  expect(await codesOf(id, body)).toEqual([])
  expect(await codesOf(other, body.replace('Lucía', 'Pedro'))).toEqual(['stock-phrase'])
  await call('look.set', { brandId, off: ['stock-phrase'] })
  expect(await codesOf(other, body.replace('Lucía', 'Pedro'))).toEqual([])
  const [newest] = (await call('acts.list', { brandId, limit: 1 })).items
  if (!newest) throw new Error('There is no act.')
  await call('acts.undo', { actId: newest.actId })
  expect(await codesOf(other, body.replace('Lucía', 'Pedro'))).toEqual(['stock-phrase'])
})

test('a brand adds phrases of its own and keeps those it likes to say', async () => {
  const { call, brandId, addMention, codesOf } = await started()
  const id = addMention(brandId, 'Tardasteis mucho con la tarta.', {
    author: 'Lucía',
    rating: 2,
    language: 'es',
  })
  await call('look.set', {
    brandId,
    phrases: {
      'stock-phrase': { added: ['con todo el cariño del obrador'], excepted: ['lamentamos las molestias'] },
    },
  })
  expect(await codesOf(id, 'Lucía, lamentamos las molestias con la tarta.')).toEqual([])
  expect(await codesOf(id, 'Lucía, perdona por la tarta. Con todo el cariño del obrador.')).toEqual([
    'stock-phrase',
  ])
})

test('the brand’s own e-mail may be said in public, the person’s may not', async () => {
  const { brandId, addMention, codesOf } = await started({ words: ['luna', 'hola@cafeluna.example'] })
  const id = addMention(brandId, 'Me gustaría reservar una mesa para diez.', {
    author: 'Lucía',
    language: 'es',
  })
  expect(await codesOf(id, 'Lucía, para reservar la mesa escribe a hola@cafeluna.example.')).toEqual([])
  expect(
    await codesOf(id, 'Lucía, para reservar la mesa te escribo hoy a tu correo, lucia@gmail.com.'),
  ).toEqual(['private-data'])
})

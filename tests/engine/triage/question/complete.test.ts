import { expect, test } from 'vitest'
import { startTestEngine } from '../../../support/test-engine.ts'

async function startWithShelf() {
  const engine = startTestEngine()
  const brandId = await engine.addBrand({ languages: ['es'] })
  const opina = engine.addSource(brandId, { title: 'Ópina ya', url: 'https://opina.example/feed' })
  const add = (text: string, author: string, handle: string | null = null) =>
    engine.addMention(brandId, text, { sourceId: opina, author, handle, language: 'pt' })
  const ids = [
    add('Llegó tarde', 'Ana García', 'anag'),
    add('Caro', 'Ana García', 'anag'),
    add('Bien', 'Luis'),
  ]
  const tag = (tag: string, ...to: typeof ids) =>
    engine.call('acts.do', { on: { ids: to }, act: { kind: 'tag', tag } })
  await tag('envío/tarde', ...ids)
  await tag('precio', ...ids.slice(1, 2))
  await tag('tardanza grave', ...ids.slice(0, 1))
  /** `|` is where the caret stands; answers the text with each completion put in. */
  const complete = async (typed: string, language: 'es' | 'en' = 'es') => {
    const at = typed.indexOf('|')
    const text = typed.replace('|', '')
    const { start, end, items } = await engine.call('questions.complete', { text, at, brandId, language })
    return items.map((item) => text.slice(0, start) + item.text + text.slice(end))
  }
  return { ...engine, brandId, complete }
}

test.each([
  ['a keyword from its first letters', 'eti|', ['etiqueta:', 'tiene:etiqueta']],
  [
    'in its own language too',
    'ta|',
    ['etiqueta:', 'tiene:etiqueta', 'etiqueta:"tardanza grave"', 'etiqueta:envío/tarde'],
  ],
  ['the words of a keyword', 'es:sin|', ['es:sin-leer', 'es:sin-respuesta']],
  ['by a word inside them', 'es:resp|', ['es:sin-respuesta', 'es:respondida']],
  ['the words in the language of their keyword', 'is:una|', ['is:unanswered']],
  ['a state without its keyword', 'pospu|', ['es:pospuesta']],
  ['tags, those that begin so first, then by use', 'tag:tar|', ['tag:"tardanza grave"', 'tag:envío/tarde']],
  ['tags without their accents', 'tag:envio|', ['tag:envío/tarde']],
  ['sources', 'fuente:opi|', ['fuente:"Ópina ya"']],
  ['people, the most heard first', 'de:|', ['de:"Ana García"', 'de:Luis']],
  ['people by their handle', 'de:@an|', ['de:@anag']],
  ['inside quotes that are not closed', 'de:"ana ga|', ['de:"Ana García"']],
  ['languages spoken and heard', 'idioma:|', ['idioma:es', 'idioma:pt']],
  ['within a parenthesis, negated', 'caro (-tag:pre|) x', ['caro (-tag:precio) x']],
  ['the word around the caret', 'tag:pr|ecios es:abierta', ['tag:precio es:abierta']],
  ['stars', 'estrellas:<|', ['estrellas:<=2']],
  ['nothing where nothing is known', 'zzz|', []],
])('completion offers %s', async (_says, typed, expected) => {
  const { complete } = await startWithShelf()
  expect(await complete(typed)).toEqual(expected)
})

test('an empty question is offered the keywords, the most used first', async () => {
  const { complete } = await startWithShelf()
  expect((await complete('|', 'en')).slice(0, 4)).toEqual(['is:', 'tag:', 'rating:', 'feeling:'])
})

test('nothing of one brand is offered to another', async () => {
  const { call, addBrand } = await startWithShelf()
  const other = await addBrand({ name: 'Nube Móvil' })
  const { items } = await call('questions.complete', { text: 'tag:', at: 4, brandId: other })
  expect(items).toEqual([])
})

import { expect, test } from 'vitest'
import type { ViewId } from '../../src-main/contract/ids.ts'
import { explainQuestion } from '../../src-main/engine/triage/question/explain.ts'
import { aroundHit } from '../../src-renderer/search/marked.tsx'
import { completed } from '../../src-renderer/search/use-completion.ts'
import { without } from '../../src-renderer/search/without.ts'
import { moved } from '../../src-renderer/views/order.ts'

test.each([
  ['the only word', 'tarde', 'tarde', ''],
  ['one of several', 'es:abierta tarde -tag:spam', 'tarde', 'es:abierta -tag:spam'],
  ['one side of an OR', 'a OR b c', 'a', 'b c'],
  ['the other side', 'a OR b c', 'b', 'a c'],
  ['what stood alone in a parenthesis', 'a (b) c', 'b', 'a c'],
  ['within a parenthesis', 'a -(b tag:x)', 'b', 'a -(tag:x)'],
  ['the last of a group beside an OR', 'a OR (b)', 'b', 'a'],
])('taking out %s leaves a question that is understood', (_says, text, word, left) => {
  const { chips } = explainQuestion(text, 'es', () => null)
  expect(
    without(
      text,
      chips,
      chips.findIndex(({ words }) => words === word),
    ),
  ).toBe(left)
  expect(explainQuestion(left, 'es', () => null).mistake).toBeNull()
})

test.each([
  ['a value, with room for the next word', 'tag:de|', 'value', 'tag:delivery ', 'tag:delivery |'],
  ['a keyword, to be gone on with', 'ta| x', 'key', 'tag:', 'tag:| x'],
  ['a value before another word', 'tag:de| x', 'value', 'tag:delivery', 'tag:delivery |x'],
  ['a value in a parenthesis', '(tag:de|)', 'value', 'tag:delivery', '(tag:delivery|)'],
] as const)('what is chosen takes its place: %s', (_says, typed, kind, item, expected) => {
  const at = typed.indexOf('|')
  const text = typed.replace('|', '')
  const start = Math.max(text.lastIndexOf(' ', at - 1), text.lastIndexOf('(', at - 1)) + 1
  const next = completed({ text, start, end: at }, { text: item.trim(), kind, about: '', count: null })
  expect(`${next.text.slice(0, next.at)}|${next.text.slice(next.at)}`).toBe(expected)
})

// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- ids of the right shape
const id = (text: string) => text as ViewId
const brandId = null
const saved = ['all.w1', 'all.w2', 'all.w3'].map((viewId) => ({ viewId: id(viewId), brandId }))

test.each<[string, string, -1 | 1 | string, string[] | null]>([
  ['down', 'all.w1', 1, ['all.w2', 'all.w1', 'all.w3']],
  ['up', 'all.w3', -1, ['all.w1', 'all.w3', 'all.w2']],
  ['to where the first stands', 'all.w3', 'all.w1', ['all.w3', 'all.w1', 'all.w2']],
  ['to where the last stands', 'all.w1', 'all.w3', ['all.w2', 'all.w3', 'all.w1']],
  ['above the first: nowhere', 'all.w1', -1, null],
  ['among those of others: nowhere', 'all.w1', 'b1.w1', null],
])('a view goes %s', (_says, viewId, to, order) => {
  expect(moved(saved, id(viewId), typeof to === 'string' ? id(to) : to)).toEqual(order)
})

test('a line of the list shows the words that were searched, however late they come', () => {
  const text = `${'Todo esto pasó antes de que llegara. '.repeat(4)}Y el envío nunca llegó.`
  const marks = [{ tokens: ['envio'], last: 'whole' }] as const
  expect(aroundHit(text, marks, 60)).toMatch(/^… .*envío nunca llegó\.$/)
  expect(aroundHit('Un envío tarde', marks, 60)).toBe('Un envío tarde')
  expect(aroundHit(text, [], 20)).toBe('Todo esto pasó antes')
})

import { expect, test } from 'vitest'
import { jsonl } from '../../../../src-main/engine/gather/formats/jsonl.ts'

const line = (fields: object) => JSON.stringify(fields)

test('a line has the contract’s field names', () => {
  const text = line({
    externalId: 'a1',
    title: 'T',
    text: 'x',
    url: 'https://place.example/1',
    author: { name: 'Ana', handle: '@ana', url: null },
    rating: { value: 3, worst: 0, best: 10 },
    publishedAt: '2026-03-10T09:00:00Z',
    updatedAt: null,
    inReplyTo: 'a0',
    kind: 'review',
  })
  expect(jsonl.parse(text, null)).toEqual({
    title: '',
    homeUrl: null,
    rejected: [],
    items: [
      {
        externalId: 'a1',
        title: 'T',
        markup: null,
        text: 'x',
        url: 'https://place.example/1',
        author: { name: 'Ana', handle: '@ana', url: null },
        rating: { value: 3, worst: 0, best: 10 },
        publishedAt: Date.parse('2026-03-10T09:00:00Z'),
        updatedAt: null,
        inReplyTo: 'a0',
        kind: 'review',
      },
    ],
  })
})

test('a bad line is said with its number and why, and the rest goes on', () => {
  const text = [
    line({ text: 'uno' }),
    '{broken',
    '',
    line({ text: 'dos', publishedAt: 'someday' }),
    line({ url: 'https://x.example/' }),
    '[1]',
    line({ text: 'tres', author: 'Ana', rating: 4 }),
  ].join('\r\n')
  const parsed = jsonl.parse(text, null)
  expect(parsed).toMatchObject({
    items: [
      { text: 'uno' },
      { text: 'tres', author: { name: 'Ana' }, rating: { value: 4, worst: 1, best: 5 }, kind: 'review' },
    ],
  })
  expect(
    'rejected' in parsed && (parsed.rejected ?? []).map(({ row, message }) => `${row}: ${message}`),
  ).toEqual([
    '2: this line is not JSON',
    '4: publishedAt: not a date',
    '5: nothing is said in it: no title, text, html or rating',
    '6: Invalid input: expected object, received array',
  ])
})

test('an empty file is no failure, and repeated ids are given as they are', () => {
  expect(jsonl.parse('\n\n', null)).toMatchObject({ items: [], rejected: [] })
  expect(
    jsonl.parse(`${line({ externalId: 1, text: 'a' })}\n${line({ externalId: 1, text: 'b' })}`, null),
  ).toMatchObject({ items: [{ externalId: '1' }, { externalId: '1' }] })
})

test('one line of JSON may be any program’s answer, and is no feed', () => {
  expect(jsonl.recognises('{"title":"Not found"}', 'application/json')).toBe(false)
  expect(jsonl.recognises('{"title":"Hola"}', 'application/x-ndjson')).toBe(true)
  expect(jsonl.recognises('{"title":"Hola"}\n{"text":"Otra"}\n', 'text/plain')).toBe(true)
  expect(jsonl.recognises('{\n  "title": "Hola"\n}', 'application/json')).toBe(false)
})

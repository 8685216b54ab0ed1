import { expect, test } from 'vitest'
import { Source } from '../../src-main/contract/sources.ts'
import { isOpml } from '../../src-renderer/sources/opml.ts'
import { countStates, inOrderOfNeed, stateOf } from '../../src-renderer/sources/source-state.ts'

const fine = Source.parse({
  sourceId: 'b1.s1',
  uid: '01890a5d-ac96-774b-bcce-b302099a8057',
  brandId: 'b1',
  url: 'https://foro.example/feed',
  homeUrl: null,
  title: 'Foro',
  kind: 'feed',
  format: 'rss',
  brings: 'everything',
  answersFrom: null,
  paused: false,
  stopped: null,
  addedAt: '2026-11-01T00:00:00Z',
  lastTryAt: '2026-11-22T00:00:00Z',
  lastSuccessAt: '2026-11-22T00:00:00Z',
  nextTryAt: null,
  error: null,
  state: 'fine',
  everyMinutes: null,
  asksEveryMinutes: 60,
  tags: [],
  viaProxy: false,
  newestAt: null,
  silentSince: null,
  waitsUntil: null,
  waitsFor: null,
  gaps: [],
  mentions: 1,
})
const error = { kind: 'timeout', message: '', hint: '', since: '2026-11-22T00:00:00Z' } as const
const failing = { ...fine, title: 'Blog', error }
const stopped = { ...fine, title: 'Ayer', stopped: 'gone' }
const paused = { ...fine, title: 'Ávila', paused: true, error }
const never = { ...fine, title: 'Zoo', lastSuccessAt: null }
const file = { ...fine, title: 'Lista', kind: 'file' as const }

test.each([
  ['fine', fine],
  ['failing', failing],
  ['stopped', stopped],
  ['paused', paused],
  ['never', never],
  ['file', file],
])('a source is said to be %s', (state, source) => {
  expect(stateOf(source)).toBe(state)
})

test('sources that ask for the user stand first, those that need nothing last', () => {
  const ordered = inOrderOfNeed([file, paused, fine, stopped, never, failing], 'es')
  expect(ordered.map(({ title }) => title)).toEqual(['Blog', 'Ayer', 'Zoo', 'Foro', 'Ávila', 'Lista'])
})

test('every source is counted once', () => {
  expect(countStates([file, paused, fine, stopped, never, failing])).toEqual({
    fine: 3,
    failing: 2,
    paused: 1,
  })
})

test.each([
  ['<?xml version="1.0"?>\n<opml version="2.0"><body/></opml>', true],
  ['<OPML>', true],
  ['https://example.org/opml', false],
  ['<rss version="2.0"/>', false],
])('%j is a list of feeds: %s', (text, list) => {
  expect(isOpml(text)).toBe(list)
})

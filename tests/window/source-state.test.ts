import { expect, test } from 'vitest'
import { Source } from '../../src-main/contract/sources.ts'
import {
  countGlances,
  hostOf,
  inOrderOfNeed,
  matching,
  needsYou,
} from '../../src-renderer/sources/source-state.ts'

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
const failing = { ...fine, title: 'Blog', state: 'failing' as const }
const stopped = { ...fine, title: 'Ayer', state: 'stopped' as const }
const paused = { ...fine, title: 'Ávila', state: 'paused' as const }
const never = { ...fine, title: 'Zoo', state: 'never-tried' as const }
const silent = { ...fine, title: 'Callada', state: 'silent' as const }
const waiting = { ...fine, title: 'Turno', state: 'waiting' as const, tags: ['Envío'] }
const file = { ...fine, title: 'Lista', state: 'file' as const }
const all = [file, paused, fine, waiting, stopped, never, silent, failing]

test('sources that ask for the user stand first, those that need nothing last', () => {
  expect(inOrderOfNeed(all, 'es').map(({ title }) => title)).toEqual([
    'Blog',
    'Ayer',
    'Callada',
    'Turno',
    'Zoo',
    'Foro',
    'Ávila',
    'Lista',
  ])
})

test('only what fails or has ended needs the user', () => {
  expect(all.filter(needsYou)).toEqual([stopped, failing])
})

test('every source is counted once', () => {
  expect(countGlances(all)).toEqual({ fine: 2, failing: 2, silent: 1, waiting: 1, paused: 1, file: 1 })
})

test.each([
  ['avi', ['Ávila']],
  ['ENVIO', ['Turno']],
  ['  ', all.map(({ title }) => title)],
  ['foro.example', all.map(({ title }) => title)],
  ['nada así', []],
])('looking for %j finds a source by its name, place or tag, whatever the accents', (typed, found) => {
  expect(matching(all, typed).map(({ title }) => title)).toEqual(found)
})

test.each([
  [{ homeUrl: 'https://blog.example/a', url: 'https://feeds.example/b' }, 'blog.example'],
  [{ homeUrl: null, url: 'https://feeds.example/b' }, 'feeds.example'],
  [{ homeUrl: null, url: 'reseñas' }, 'reseñas'],
])('a source is told by its host: %j', (source, host) => {
  expect(hostOf(source)).toBe(host)
})

import { expect, test } from 'vitest'
import { isOurVoice, toOwnHandles } from '../../../../src-main/engine/gather/save/voice.ts'

interface Author {
  readonly name?: string
  readonly handle?: string | null
  readonly url?: string | null
}

test.each<[string, string, Author, boolean]>([
  ['the handle', '@cafeaurora', { handle: 'cafeaurora' }, true],
  ['the handle with its sign and in capitals', 'cafeaurora', { handle: '@CafeAurora' }, true],
  [
    'the handle with its host, at its host',
    '@aurora@social.example',
    { handle: '@aurora@social.example' },
    true,
  ],
  ['the same handle at another host', '@aurora@social.example', { handle: '@aurora@evil.example' }, false],
  ['the handle of a place that names no hosts', '@aurora@place.example', { handle: 'aurora' }, true],
  ['a stranger from another host with our handle', 'aurora', { handle: '@aurora@evil.example' }, false],
  [
    'the profile',
    'https://place.example/u/aurora/',
    { name: 'A', url: 'http://www.place.example/u/Aurora' },
    true,
  ],
  [
    'another profile',
    'https://place.example/u/aurora',
    { name: 'A', url: 'https://place.example/u/aurora2' },
    false,
  ],
  ['the name, where there are no handles', 'Café Aurora', { name: 'cafe aurora' }, true],
  [
    'the name of someone whose handle is another',
    'Café Aurora',
    { name: 'Café Aurora', handle: 'evil' },
    false,
  ],
  ['the handle given as a name', '@cafeaurora', { name: '@cafeaurora' }, true],
  ['someone else', '@cafeaurora', { name: 'Lucía', handle: 'lucia' }, false],
])('our voice: %s', (_, ours, { name = '', handle = null, url = null }, expected) => {
  expect(isOurVoice(toOwnHandles([ours]), { name, handle, url }, 'place.example')).toBe(expected)
})

test('who does not say who they are is not us', () => {
  expect(isOurVoice(toOwnHandles(['aurora']), null, 'place.example')).toBe(false)
})

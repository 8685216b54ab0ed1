import { expect, test } from 'vitest'
import { toAdd } from '../../src-renderer/imports/by-hand.ts'

const nothing = { text: ' Llegó frío. ', url: '', author: '', day: '', stars: '' }

test.each([
  ['only its words', nothing, { text: 'Llegó frío.' }],
  [
    'a name, an address and a day',
    { ...nothing, author: ' Lucía M ', url: ' https://foro.example/7 ', day: '2026-11-20' },
    { text: 'Llegó frío.', author: 'Lucía M', url: 'https://foro.example/7', publishedAt: '2026-11-20' },
  ],
  [
    'an account',
    { ...nothing, author: '@lucia_m' },
    { text: 'Llegó frío.', author: '@lucia_m', handle: '@lucia_m' },
  ],
  [
    'stars, which make it a review',
    { ...nothing, stars: '2' },
    { text: 'Llegó frío.', rating: { value: 2, worst: 1, best: 5 }, kind: 'review' },
  ],
])('a mention written by hand with %s says that and no more', (_name, written, added) => {
  expect(toAdd(written)).toEqual(added)
})

import { expect, test } from 'vitest'
import { destinationOf } from '../../src-renderer/kit/confirm-link.tsx'

test.each([
  ['https://place.example/a?b=https://bank.example', { kind: 'page', host: 'place.example' }],
  ['https://bank.example@place.example:8443/', { kind: 'page', host: 'place.example:8443' }],
  ['https://place.example\\@bank.example/', { kind: 'page', host: 'place.example' }],
  ['https://b\u0430nk.example/', { kind: 'page', host: 'xn--bnk-6cd.example' }],
  ['mailto:hola@place.example?subject=x', { kind: 'mail', address: 'hola@place.example' }],
  ['mailto:%ff', { kind: 'mail', address: '%ff' }],
  ['mailto:a%E2%80%AEmoc.knab@b.example', { kind: 'mail', address: 'a%E2%80%AEmoc.knab@b.example' }],
  ['mailto:?to=a@b.example', { kind: 'none' }],
  ['javascript:alert(1)', { kind: 'none' }],
  ['no address', { kind: 'none' }],
])('%s is said to lead to where it leads', (url, destination) => {
  expect(destinationOf(url)).toEqual(destination)
})

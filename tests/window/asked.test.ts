import { describe, expect, test } from 'vitest'
import { asTyped, isOnlyWords, isToAskAtOnce } from '../../src-renderer/inbox/use-asked.ts'

describe('when what is typed is asked', () => {
  test.each([
    { typed: 'serv', at: 'once' },
    { typed: 'servicio', at: 'once' },
    { typed: 'ser', at: 'the first pause' },
    { typed: 'servicio d', at: 'the first pause' },
    { typed: 'servicio ', at: 'once' },
    { typed: 'çãoç', at: 'once' },
    { typed: '"tres veces"', at: 'once' },
    { typed: '', at: 'once' },
  ])('«$typed» is asked at $at', ({ typed, at }) => {
    expect(isToAskAtOnce(typed)).toBe(at === 'once')
  })

  test.each([
    { typed: 'llegó tarde', words: true },
    { typed: '', words: true },
    { typed: 'tag:envío', words: false },
    { typed: '"llegó tarde"', words: false },
    { typed: '-tarde', words: false },
    { typed: 'tarde OR', words: false },
    { typed: 'OR tarde', words: false },
    { typed: 'from:ana (tarde', words: false },
  ])('«$typed» is words alone: $words', ({ typed, words }) => {
    expect(isOnlyWords(typed)).toBe(words)
  })

  test.each([
    { typed: 'servi', means: 'servi*' },
    { typed: 'tres vece', means: 'tres vece*' },
    { typed: 'tag:envío entreg', means: 'tag:envío entreg*' },
    { typed: 'ser', means: 'ser' },
    { typed: 'servicio ', means: 'servicio ' },
    { typed: 'tag:entreg', means: 'tag:entreg' },
    { typed: '"tres vece', means: '"tres vece' },
    { typed: '-tarde', means: '-tarde' },
  ])('«$typed» means «$means» while it is typed', ({ typed, means }) => {
    expect(asTyped(typed, '')).toBe(means)
  })

  test('a question that one came with means what it says', () => {
    expect(asTyped('servicio', 'servicio')).toBe('servicio')
    expect(asTyped('servicios', 'servicio')).toBe('servicios*')
  })
})

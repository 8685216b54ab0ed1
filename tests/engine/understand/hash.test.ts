import { expect, test } from 'vitest'
import { hashOf } from '../../../src-main/engine/understand/hash.ts'
import { COMMON_CATALAN } from '../../../src-main/engine/understand/words/common/ca.ts'
import { COMMON_ENGLISH } from '../../../src-main/engine/understand/words/common/en.ts'
import { COMMON_FRENCH } from '../../../src-main/engine/understand/words/common/fr.ts'
import { COMMON_ITALIAN } from '../../../src-main/engine/understand/words/common/it.ts'
import { COMMON_PORTUGUESE } from '../../../src-main/engine/understand/words/common/pt.ts'
import { COMMON_SPANISH } from '../../../src-main/engine/understand/words/common/es.ts'
import { english } from '../../../src-main/engine/understand/words/en.ts'
import { portuguese } from '../../../src-main/engine/understand/words/pt.ts'
import { spanish } from '../../../src-main/engine/understand/words/es.ts'

test('no two words that are known have the same hash', () => {
  const common = [
    COMMON_SPANISH,
    COMMON_PORTUGUESE,
    COMMON_ENGLISH,
    COMMON_FRENCH,
    COMMON_ITALIAN,
    COMMON_CATALAN,
  ]
  const felt = [spanish, english, portuguese].flatMap(({ weights, phrases, ...words }) => [
    ...[...weights, ...phrases].map(([, text]) => text),
    ...Object.values(words),
  ])
  const words = new Set([...common, ...felt].flatMap((text) => text.split(/[\s|*~]+/)))
  const hashes = new Set([...words].map((word) => hashOf(word)))
  expect(words.size).toBeGreaterThan(20_000)
  expect(hashes.size).toBe(words.size)
  expect(hashes.has(0)).toBe(false)
})

import { fileURLToPath } from 'node:url'
import type { Remark } from '../../../../src-main/contract/replies.ts'
import { ALIKE, likest, type Pairs } from '../../../../src-main/engine/answer/second-look/alike.ts'
import { lookAtDraft } from '../../../../src-main/engine/answer/second-look/index.ts'
import type { Lists } from '../../../../src-main/engine/answer/second-look/languages.ts'
import { lookedAt, pairsForLikeness } from '../../../../src-main/engine/answer/second-look/look.ts'
import { readWords } from '../../../../src-main/engine/answer/second-look/words/lists.ts'
import { detectLanguage } from '../../../../src-main/engine/understand/language.ts'
import type { DraftCase } from './read-cases.ts'

const resources = fileURLToPath(new URL('../../../../resources', import.meta.url))
const lists: Lists = {
  es: readWords(resources, 'es'),
  en: readWords(resources, 'en'),
  pt: readWords(resources, 'pt'),
}

/** All remarks on a draft, by the decisions alone. */
export function lookAtCase(draft: DraftCase): Remark[] {
  const { sign } = draft
  const at = lookedAt(
    {
      body: draft.body,
      said: draft.said,
      saidLanguage: detectLanguage(draft.said),
      stars: draft.stars,
      signatures: [null, draft.name, null],
      personAddress: draft.person,
      brand: {
        name: 'Café Luna',
        words: draft.own,
        handles: [],
        languages: [draft.language],
        address: draft.brand,
        signature: sign,
        timezone: 'Europe/Madrid',
      },
      phrases: { 'stock-phrase': { added: [], excepted: [] }, jargon: { added: [], excepted: [] } },
      broken: draft.broken === null ? null : { text: draft.broken, day: '2026-02-20' },
      limit: null,
      length: draft.body.length,
      now: Date.parse(draft.now),
    },
    lists,
    detectLanguage,
    (pairs) => alikeIn(draft.earlier, pairs, sign),
  )
  return lookAtDraft(at, new Set())
}

function alikeIn(earlier: readonly string[], draft: Pairs, signature: string) {
  const each = earlier.map((text) => pairsForLikeness(text, signature) ?? new Uint32Array())
  let sum = 0
  const ends = Uint32Array.from(each.map(({ length }) => (sum += length)))
  const pairs = Uint32Array.from(each.flatMap((one) => [...one]))
  const found = likest({ keys: earlier, pairs, ends }, draft, () => false)
  return found && found.share >= ALIKE
    ? { percent: Math.round(found.share * 100), mentionId: '', excerpt: found.key }
    : null
}

import { expect } from 'vitest'
import type { Chance } from '../support/chance.ts'

/** What a person could do next, with how to tell later that it was kept. */
export interface Step {
  readonly line: string
  readonly mentionId: string
  readonly expects: { readonly tags: unknown } | { readonly drafts: unknown }
}

/** One of them by chance. */
export function nextStep(luck: Chance, number: number, ids: readonly string[]): Step {
  const mentionId = luck.one(ids)
  if (luck.below(3) === 0) {
    const body = `Lucía, tienes razón (${number}).`
    return {
      line: JSON.stringify({ id: number, method: 'replies.saveDraft', input: { mentionId, body } }),
      mentionId,
      expects: { drafts: [expect.objectContaining({ body })] },
    }
  }
  const tag = `tema/${number}`
  return {
    line: JSON.stringify({
      id: number,
      method: 'acts.do',
      input: { on: { ids: [mentionId] }, act: { kind: 'tag', tag } },
    }),
    mentionId,
    expects: { tags: expect.arrayContaining([tag]) },
  }
}

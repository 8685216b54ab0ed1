import { z } from 'zod'
import { LookSettings } from '../../contract/look.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'

const NO_PHRASES = { added: [], excepted: [] }

/** What the brand's file keeps: parts may be missing, and codes of a later program are left out. */
const Kept = z.object({
  off: z.array(z.string()).default([]),
  phrases: LookSettings.shape.phrases.partial().default({}),
})

/** What a brand wants of the second look. */
export function readLookSettings({ db }: BrandFile): LookSettings {
  const row = prepared<[], { second_look: string }>(db, 'SELECT second_look FROM brand WHERE id = 1').get()
  const kept = Kept.parse(JSON.parse(row?.second_look ?? '{}'))
  return {
    off: kept.off.flatMap((code) => LookSettings.shape.off.element.safeParse(code).data ?? []),
    phrases: {
      'stock-phrase': kept.phrases['stock-phrase'] ?? NO_PHRASES,
      jargon: kept.phrases.jargon ?? NO_PHRASES,
    },
  }
}

export interface Dismissed {
  readonly code: string
  readonly phrase: string
}

/** The remarks that were let be in the draft of a mention. */
export function listDismissed({ db }: BrandFile, mention: number): Dismissed[] {
  return prepared<[number], Dismissed>(
    db,
    'SELECT code, phrase FROM dismissed_remark WHERE mention_id = ?',
  ).all(mention)
}

export function dismiss({ db }: BrandFile, mention: number, { code, phrase }: Dismissed): void {
  prepared<[number, string, string]>(db, 'INSERT OR IGNORE INTO dismissed_remark VALUES (?, ?, ?)').run(
    mention,
    code,
    phrase,
  )
}

/** With the draft goes what was let be in it. */
export function forgetDismissed({ db }: BrandFile, mention: number): void {
  prepared<[number]>(db, 'DELETE FROM dismissed_remark WHERE mention_id = ?').run(mention)
}

import { z } from 'zod'
import { BrandId, MentionId } from './ids.ts'
import { read, write } from './method.ts'
import { RemarkCode } from './replies.ts'

const phrase = z.string().trim().min(2).max(200)

/** What a brand wants of the second look. */
export const LookSettings = z.object({
  /** Remarks that are not made. */
  off: z.array(RemarkCode),
  /** The brand's own phrases for a list, and those of ours that it likes to say; `*` stands for any ending. */
  phrases: z.object({
    'stock-phrase': z.object({ added: z.array(phrase).max(500), excepted: z.array(phrase).max(500) }),
    jargon: z.object({ added: z.array(phrase).max(500), excepted: z.array(phrase).max(500) }),
  }),
})
export type LookSettings = z.output<typeof LookSettings>

export const look = {
  'look.settings': read(
    'Which remarks the second look makes for a brand, and the brand’s own phrases.',
    z.object({ brandId: BrandId }),
    LookSettings,
  ),
  'look.set': write(
    'Turns remarks on or off for a brand and keeps its own phrases; can be undone.',
    z.object({
      brandId: BrandId,
      off: LookSettings.shape.off.optional(),
      phrases: LookSettings.shape.phrases.partial().optional(),
    }),
    LookSettings,
  ),
  'look.dismiss': write(
    'Lets a remark be: it is not made again on the draft of this mention, as long as it is about the same words.',
    z.object({ mentionId: MentionId, code: RemarkCode, phrase: z.string().max(500).optional() }),
    z.object({ dismissed: z.literal(true) }),
  ),
}

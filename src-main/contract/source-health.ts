import { z } from 'zod'
import { Failure } from './failure.ts'
import { BrandId, Instant, SourceId } from './ids.ts'
import { read } from './method.ts'
import { Source } from './sources.ts'

/** One line of a source's fetch log. */
export const Try = z.object({
  at: Instant,
  /** From asking until all was saved, on the machine's own clock. */
  tookMs: z.number().int(),
  outcome: z.enum(['unchanged', 'saved', 'failed']),
  /** Of HTTP; null where no answer came. */
  status: z.number().int().nullable(),
  /** Of the document, unpacked; null where none came. */
  bytes: z.number().int().nullable(),
  added: z.number().int(),
  revised: z.number().int(),
  duplicates: z.number().int(),
  failure: Failure.nullable(),
})
export type Try = z.output<typeof Try>

/** How many sources are how. Each is counted once: as paused or stopped, else by what is wrong, else as fine. */
export const SourceCounts = z.object({
  fine: z.number().int(),
  failing: z.number().int(),
  silent: z.number().int(),
  waiting: z.number().int(),
  paused: z.number().int(),
  stopped: z.number().int(),
  neverTried: z.number().int(),
})
export type SourceCounts = z.output<typeof SourceCounts>

export const sourceHealth = {
  'sources.tries': read(
    'A source’s fetch log: its last tries, fifty at most, newest first.',
    z.object({ sourceId: SourceId }),
    z.object({ items: z.array(Try) }),
  ),
  'sources.health': read(
    'How the sources are, at a glance: counts, and every source that is failing, stopped, silent or told to wait. Imported files are not counted.',
    z.object({ brandId: BrandId.optional() }),
    SourceCounts.extend({ items: z.array(Source) }),
  ),
}

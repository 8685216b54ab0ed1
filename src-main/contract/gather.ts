import { z } from 'zod'
import { Failure } from './failure.ts'
import { BrandId, Instant, SourceId } from './ids.ts'
import { read, write } from './method.ts'

export const GatherResult = z.object({
  /** How many sources were tried. */
  sources: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
  /** Not tried: their place asked to wait, or is asked in turns. They are by themselves when they may. */
  waiting: z.number().int(),
  added: z.number().int(),
  revised: z.number().int(),
  /** Items that were known already, or are the same mention seen through another source. */
  duplicates: z.number().int(),
  errors: z.array(Failure.extend({ sourceId: SourceId, url: z.string() })),
})
export type GatherResult = z.output<typeof GatherResult>

export const gather = {
  'gather.run': write(
    'Gathers now: every source, one brand’s, or the named ones. Sends progress; can be cancelled, keeping what is saved.',
    z.object({ brandId: BrandId.optional(), sourceIds: z.array(SourceId).optional() }),
    GatherResult,
  ),
  'gather.stop': write(
    'Stops what is being gathered, whoever began it: a call or the schedule. What is saved stays.',
    z.object({}),
    z.object({ stopped: z.boolean() }),
  ),
  'gather.status': read(
    'Says whether it is gathering, when it did and will, and whether it is offline and by whose word.',
    z.object({}),
    z.object({
      running: z.boolean(),
      done: z.number().int(),
      total: z.number().int(),
      offline: z.object({ since: Instant, by: z.enum(['user', 'system']) }).nullable(),
      lastAt: Instant.nullable(),
      nextAt: Instant.nullable(),
    }),
  ),
}

import { z } from 'zod'
import { Failure } from './failure.ts'
import { BrandId, SourceId } from './ids.ts'

/** What may have changed, in the words of the contract's subjects. */
export const Subject = z.enum([
  'brands',
  'sources',
  'mentions',
  'tags',
  'views',
  'rules',
  'people',
  'replies',
  'accounts',
  'promises',
  'facts',
  'reports',
  'settings',
  'gather',
])
export type Subject = z.output<typeof Subject>

/** What the engine tells without being asked. */
export const EngineEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), subject: Subject, brandId: BrandId.nullable() }),
  z.object({ kind: z.literal('progress'), callId: z.string(), done: z.number(), total: z.number() }),
  /** Gathering, whoever started it: how many sources are done. */
  z.object({ kind: z.literal('gathering'), running: z.boolean(), done: z.number(), total: z.number() }),
  z.object({ kind: z.literal('gathered'), brandId: BrandId, sourceId: SourceId, added: z.number() }),
  /** Said by the shell, not the engine: the engine's process ended, or is there again. */
  z.object({
    kind: z.literal('engine'),
    /** `stopped`: it will not be started again by itself, and `failure` says why. */
    state: z.enum(['down', 'up', 'stopped']),
    failure: Failure.optional(),
  }),
])
export type EngineEvent = z.output<typeof EngineEvent>

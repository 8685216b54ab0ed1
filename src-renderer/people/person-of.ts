import type { Output } from '../engine/call.ts'

/** A person with what passed between them and the brand. */
export type PersonOf = Output<'people.get'>

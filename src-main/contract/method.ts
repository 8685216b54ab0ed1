import type { z } from 'zod'

/** One thing the window, or the terminal, may ask the engine to do. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** One sentence for docs/CONTRACT.md. */
  readonly says: string
  readonly input: Input
  readonly output: Output
  /** True when the method changes something: such a call is never repeated by itself. */
  readonly changes: boolean
}

/** A method that only reads: it may be asked again when the engine was started anew. */
export function read<Input extends z.ZodType, Output extends z.ZodType>(
  says: string,
  input: Input,
  output: Output,
): Method<Input, Output> {
  return { says, input, output, changes: false }
}

/** A method that changes data; it has committed when it answers. */
export function write<Input extends z.ZodType, Output extends z.ZodType>(
  says: string,
  input: Input,
  output: Output,
): Method<Input, Output> {
  return { says, input, output, changes: true }
}

export type InputOf<M extends Method> = z.input<M['input']>
export type OutputOf<M extends Method> = z.output<M['output']>

/** What a handler is told about the call it answers. */
export interface CallScope {
  /** Aborted when the caller cancels the call by its id. */
  readonly signal: AbortSignal
  /** Tells the caller how far the work is; `total` 0 means unknown. */
  readonly progress: (done: number, total: number) => void
}

/** The handlers a subject of the engine must supply for its part of the contract. */
export type HandlersFor<Subject extends Record<string, Method>, Context> = {
  readonly [Name in keyof Subject]: (
    context: Context,
    input: z.output<Subject[Name]['input']>,
    scope: CallScope,
  ) => OutputOf<Subject[Name]> | Promise<OutputOf<Subject[Name]>>
}

import type { Contract, MethodName } from './contract.ts'
import { CallFailed } from './failure.ts'
import type { InputOf, OutputOf } from './method.ts'
import type { Reply } from './wire.ts'

export type Call = <Name extends MethodName>(
  name: Name,
  input: InputOf<Contract[Name]>,
) => Promise<OutputOf<Contract[Name]>>

/** Gives an untyped way of asking the types of the contract; a failure is thrown as `CallFailed`. */
export function createClient(ask: (method: string, input: unknown) => Promise<Reply>): Call {
  return async <Name extends MethodName>(name: Name, input: InputOf<Contract[Name]>) => {
    const reply = await ask(name, input)
    if (!reply.ok) throw new CallFailed(reply.failure)
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the engine's handler type guarantees it
    return reply.output as OutputOf<Contract[Name]>
  }
}

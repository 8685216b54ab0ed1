import { type Contract, contract, isMethodName, type MethodName } from '../contract/contract.ts'
import type { EngineEvent } from '../contract/events.ts'
import { CallFailed } from '../contract/failure.ts'
import type { BrandId } from '../contract/ids.ts'
import type { CallScope, HandlersFor } from '../contract/method.ts'
import { answerMethods } from './answer/methods.ts'
import { startOutbox } from './answer/outbox/start-outbox.ts'
import { settleReplies } from './answer/settle-replies.ts'
import { brandMethods } from './brand/methods.ts'
import type { EngineContext, Host } from './context.ts'
import { addingMethods } from './gather/sources/adding-methods.ts'
import { importMethods } from './gather/import/import-methods.ts'
import { healthMethods } from './gather/health/health-methods.ts'
import { gatherMethods } from './gather/methods.ts'
import { startGatherer } from './gather/thread/start-gatherer.ts'
import { installMethods } from './install/methods.ts'
import { reportMethods } from './report/methods.ts'
import { sessionSecrets } from './session-secrets.ts'
import { spellingMethods } from './spelling/methods.ts'
import { startSpeller } from './spelling/speller.ts'
import { openStores } from './store/stores.ts'
import { newWriteTurn } from './store/user-act.ts'
import { understandMethods } from './understand/methods.ts'
import { startRules } from './triage/rules/runner.ts'
import { triageMethods } from './triage/methods.ts'

/** A method in the contract without a handler here does not compile. */
const handlers: HandlersFor<Contract, EngineContext> = {
  ...brandMethods,
  ...gatherMethods,
  ...healthMethods,
  ...importMethods,
  ...addingMethods,
  ...triageMethods,
  ...answerMethods,
  ...spellingMethods,
  ...reportMethods,
  ...installMethods,
  ...understandMethods,
}

/** Methods that bring in mentions: when they answer, the rules have seen them. */
const BRING: ReadonlySet<string> = new Set<MethodName>([
  'gather.run',
  'import.file',
  'mentions.add',
  'sources.add',
])

export interface Engine {
  /** Answers a method of the contract; throws CallFailed, or a plain Error for a bug. */
  readonly call: (method: string, input: unknown, scope: CallScope) => Promise<unknown>
  readonly on: (listener: (event: EngineEvent) => void) => () => void
  /** What only the shell knows: the laptop woke, the system went offline or online. */
  readonly told: (word: 'awake' | 'system-offline' | 'system-online') => void
  readonly close: () => Promise<void>
}

export interface EngineOptions {
  readonly folder: string
  readonly host: Host
  /** `scheduled` gathers by itself at each source's time; `on-demand` only when asked (the terminal). */
  readonly gathering: 'scheduled' | 'on-demand'
}

/** Opens a data folder and answers the contract until it is closed. Throws `in-use`, `newer-file`, `damaged-file`. */
export function startEngine({ folder, host, gathering }: EngineOptions): Engine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const unplaced = new Set<BrandId>()
  const tell = (event: EngineEvent) => {
    listeners.forEach((listener) => listener(event))
    rules.hear(event)
  }
  const stores = openStores({
    folder,
    binding: host.sqliteBinding,
    onOpen: (file) => {
      if (settleReplies(file, host.clock.now()) > 0) unplaced.add(file.brandId)
      // What came when the program ended too early.
      setImmediate(() => void rules.settle([file]))
    },
  })
  const turn = newWriteTurn()
  const rules = startRules({ host, stores, turn, tell })
  const gatherer = startGatherer({ host, stores, turn, tell, gathering })
  const secrets = host.secrets ?? sessionSecrets()
  const outbox = startOutbox({
    ...{ host, stores, turn, tell, secrets, unplaced },
    reach: gatherer.reach,
    sending: gathering,
  })
  listeners.add((event) => {
    if (event.kind === 'gathered' && event.added > 0) outbox.gathered(event.brandId)
    if (event.kind === 'changed' && event.subject === 'gather') outbox.wake()
  })
  const speller = startSpeller({ code: host.workers.speller, resources: host.resources, log: host.log })
  const context: EngineContext = { host, stores, turn, gatherer, outbox, secrets, speller, tell }

  return {
    call: async (method, input, scope) => {
      const output = await callMethod(context, method, input, scope)
      if (BRING.has(method)) await rules.settle(stores.openBrands().files)
      return output
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    told: (word) => {
      if (word === 'awake') gatherer.wake()
      else gatherer.setSystemOffline(word === 'system-offline')
      outbox.wake()
    },
    close: async () => {
      await outbox.close()
      await gatherer.close()
      await rules.close()
      await speller.close()
      stores.close()
    },
  }
}

async function callMethod(
  context: EngineContext,
  method: string,
  input: unknown,
  scope: CallScope,
): Promise<unknown> {
  if (!isMethodName(method)) {
    throw new CallFailed({
      kind: 'invalid-input',
      message: `There is no method ${method}.`,
      hint: 'docs/CONTRACT.md lists them.',
    })
  }
  const parsed = contract[method].input.safeParse(input)
  if (!parsed.success) throw new CallFailed(wrongInput(method, parsed.error.issues))
  const handler: (context: EngineContext, input: never, scope: CallScope) => unknown = handlers[method]
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- parsed above with this method's own schema
  return handler(context, parsed.data as never, scope)
}

function wrongInput(
  method: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
) {
  const first = issues[0]
  const where = first && first.path.length > 0 ? ` at ${first.path.join('.')}` : ''
  return {
    kind: 'invalid-input' as const,
    message: `${method} was given something it does not take${where}: ${first?.message ?? 'unknown'}.`,
    hint: 'docs/CONTRACT.md says what it takes.',
  }
}

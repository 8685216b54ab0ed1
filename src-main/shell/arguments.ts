import { parseArgs } from 'node:util'

/** What the program was started with. Chromium's own switches are its own business. */
export interface StartArguments {
  /** The data folder, or null for the one in the system's usual place. */
  readonly data: string | null
  readonly sample: boolean
  /** Opens, waits for the window's first paint, says so on standard output as one JSON line, and ends. */
  readonly selfCheck: boolean
}

export function readArguments(argv: readonly string[]): StartArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, sample: { type: 'boolean' }, 'self-check': { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  return {
    data: typeof values.data === 'string' ? values.data : null,
    sample: values.sample === true,
    selfCheck: values['self-check'] === true,
  }
}

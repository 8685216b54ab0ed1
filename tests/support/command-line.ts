import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const CLI = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

export interface Lines {
  /** Sends one line and waits for its answer; rejects when the process ended before. */
  readonly ask: (line: string) => Promise<unknown>
  /** Sends a line and does not wait. */
  readonly send: (line: string) => void
  readonly end: () => Promise<number | null>
  /** Ends the process without asking it; resolves when it is gone. */
  readonly kill: () => Promise<unknown>
}

/** The built command line reading calls from standard input; `under` is a command that starts and watches it. */
export function openLines(folder: string, now: string, under: readonly string[] = []): Lines {
  const [command = process.execPath, ...args] = [
    ...under,
    ...[process.execPath, CLI, '-', '--data', folder, '--now', now],
  ]
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const { stdin, stdout } = child
  // A killed process breaks its pipe; that it is gone is what the test wanted.
  stdin.on('error', () => undefined)
  const answers = createInterface({ input: stdout })[Symbol.asyncIterator]()
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    ask: async (line) => {
      stdin.write(`${line}\n`)
      const next = await answers.next()
      if (next.done === true) throw new Error('The command line ended before it answered.')
      const answer: unknown = JSON.parse(next.value)
      return answer
    },
    send: (line) => void stdin.write(`${line}\n`),
    end: () => {
      stdin.end()
      return gone
    },
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}

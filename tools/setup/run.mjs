// @ts-check
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { SetUpFailed } from './say.mjs'

const LINES_SHOWN = 40

/**
 * Runs a command without a terminal and returns what it wrote to standard output. Its messages are kept and shown
 * only when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const stopListening = endTogether(child)
    let output = ''
    let messages = ''
    child.stdout.setEncoding('utf8').on('data', (text) => void ((output += text), (messages += text)))
    child.stderr.setEncoding('utf8').on('data', (text) => void (messages += text))
    child.on('error', (error) => {
      const what = error.name === 'AbortError' ? 'was stopped' : `did not start: ${error.message}`
      reject(new SetUpFailed(`${command} ${what}`))
    })
    child.on('close', (status, signal) => {
      stopListening()
      if (status === 0) return resolve(output)
      const ending = signal === null ? `exit status ${status}` : signal
      reject(new SetUpFailed(`${lastLines(messages)}\n${[command, ...args].join(' ')} failed (${ending}).`))
    })
  })
}

/**
 * When set-up is told to end, the command ends with it: an npm left behind would write into the folder that the next
 * run writes into. Ending by process.exit lets locks and work folders be removed.
 * @param {import('node:child_process').ChildProcess} child
 */
function endTogether(child) {
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    child.kill(signal)
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of signals) process.on(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}

/** @param {string} text */
function lastLines(text) {
  return text.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n')
}

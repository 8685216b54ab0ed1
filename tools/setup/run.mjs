// @ts-check
import { spawn } from 'node:child_process'
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
    let output = ''
    let messages = ''
    child.stdout.setEncoding('utf8').on('data', (text) => void ((output += text), (messages += text)))
    child.stderr.setEncoding('utf8').on('data', (text) => void (messages += text))
    child.on('error', (error) => {
      const what = error.name === 'AbortError' ? 'was stopped' : `did not start: ${error.message}`
      reject(new SetUpFailed(`${command} ${what}`))
    })
    child.on('close', (status, signal) => {
      if (status === 0) return resolve(output)
      const ending = signal === null ? `exit status ${status}` : signal
      reject(new SetUpFailed(`${lastLines(messages)}\n${[command, ...args].join(' ')} failed (${ending}).`))
    })
  })
}

/** @param {string} text */
function lastLines(text) {
  return text.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n')
}

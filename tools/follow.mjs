// @ts-check
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { SetUpFailed } from './setup/say.mjs'

const GRACE_MS = 10_000

/**
 * Runs a program to its end on our own streams and gives its exit status. When we are told to end it is told so,
 * and it alone: the processes it started are its own to end in order. What is left after a while, or when we are
 * told again, is killed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, cwd?: string, stdin: 'inherit' | 'ignore', withinMs?: number }} options
 * @returns {Promise<number>}
 */
export function follow(command, args, { env, cwd, stdin, withinMs }) {
  // A group of its own: Ctrl+C in the terminal comes to us alone, and the rest can be killed together. A program
  // that reads the terminal has to stay in ours.
  const detached = stdin === 'ignore' && process.platform !== 'win32'
  const child = spawn(command, args, {
    env,
    ...(cwd === undefined ? {} : { cwd }),
    stdio: [stdin, 'inherit', 'inherit'],
    detached,
  })
  const stopForwarding = forwardSignals(child, !detached)
  const limit = withinMs === undefined ? undefined : setTimeout(() => endGroup(child), withinMs)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new SetUpFailed(`${command} did not start: ${error.message}`)))
    child.on('exit', (status, signal) => resolve(status ?? statusOf(signal)))
  }).finally(() => {
    clearTimeout(limit)
    stopForwarding()
  })
}

/** @param {import('node:child_process').ChildProcess} child @param {boolean} isInOurGroup */
function forwardSignals(child, isInOurGroup) {
  let isAsked = false
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    if (isAsked) return endGroup(child)
    // In our own group it has heard the terminal's Ctrl+C already.
    if (signal === 'SIGINT' && isInOurGroup && process.stdin.isTTY) return
    isAsked = true
    child.kill(signal)
    setTimeout(() => endGroup(child), GRACE_MS).unref()
  }
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  return () => {
    for (const signal of signals) process.off(signal, forward)
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function endGroup(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It has no group of its own, or has just gone.
    child.kill('SIGKILL')
  }
}

/** The shell's way to say that a signal ended a program. @param {NodeJS.Signals | null} signal */
function statusOf(signal) {
  return 128 + (signal === null ? 0 : constants.signals[signal])
}

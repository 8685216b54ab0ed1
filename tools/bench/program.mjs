// @ts-check
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ENGINE_ENVIRONMENT } from '../../src-main/engine-environment.ts'
import { nodeForTools } from '../setup/node.mjs'

/**
 * @typedef {object} Program
 * @property {(method: string, input?: unknown) => Promise<any>} call the answer
 * @property {(method: string, input?: unknown) => Promise<number>} timed ms between the question and its answer, inside the engine
 * @property {() => number | undefined} pid of its process
 * @property {() => number | null} peakMb the most memory the process ever held, in MiB; null where the system does not say
 * @property {() => Promise<void>} close
 */

/**
 * An engine of its own, on a folder.
 * @param {string} folder
 * @returns {Promise<Program>}
 */
export async function startProgram(folder) {
  const child = fork(fileURLToPath(new URL('engine-child.mjs', import.meta.url)), [folder], {
    execPath: nodeForTools(),
    env: { ...process.env, ...ENGINE_ENVIRONMENT },
  })
  /** @type {Map<number, { resolve: (answer: { output: any, ms: number }) => void, reject: (error: Error) => void }>} */
  const waiting = new Map()
  let lastId = 0
  const ready = new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The engine ended.')))
    child.on('message', (/** @type {any} */ message) => {
      if (message.ready) resolve(null)
      const caller = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.error) caller?.reject(new Error(message.error))
      else caller?.resolve(message)
    })
  })
  await ready
  /** @param {string} method @param {unknown} [input] @returns {Promise<{ output: any, ms: number }>} */
  const ask = (method, input = {}) => {
    lastId += 1
    const id = lastId
    child.send({ id, method, input })
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
  }
  return {
    call: async (method, input) => (await ask(method, input)).output,
    timed: async (method, input) => (await ask(method, input)).ms,
    pid: () => child.pid,
    peakMb: () => peakOf(child.pid),
    close: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit')
        child.once('exit', () => resolve())
        child.disconnect()
      }),
  }
}

/** @param {number | undefined} pid */
function peakOf(pid) {
  try {
    const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? null : Number(kb) / 1024
  } catch {
    return null
  }
}

/** A list of feeds as programs exchange it. @param {readonly string[]} urls */
export function opmlOf(urls) {
  return `<opml version="2.0"><body>${urls.map((url) => `<outline type="rss" xmlUrl="${url}"/>`).join('')}</body></opml>`
}

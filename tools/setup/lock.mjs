// @ts-check
import { randomUUID } from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const BEAT_MS = 5_000
const DEAD_AFTER_MS = 60_000

/**
 * Lets one process at a time do `work`; the others wait. A process that died holding the lock does not stop them:
 * the holder touches the file every few seconds, and names its process in it.
 * @template T
 * @param {string} file
 * @param {() => void} onWait called once when another process has the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  const mine = JSON.stringify({ token: randomUUID(), host: hostname(), pid: process.pid })
  mkdirSync(dirname(file), { recursive: true })
  for (let tries = 0; !take(file, mine); tries++) {
    if (tries === 4) onWait()
    removeIfDead(file)
    await wait(250)
  }
  const beat = setInterval(() => touch(file), BEAT_MS)
  beat.unref()
  const letGo = () => release(file, mine)
  process.once('exit', letGo)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', letGo)
    letGo()
  }
}

/** @param {string} file @param {string} mine */
function take(file, mine) {
  try {
    writeFileSync(file, mine, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file @param {string} mine */
function release(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true })
}

/** @param {string} file */
function removeIfDead(file) {
  const seen = read(file)
  if (seen === null || !isDead(file, seen)) return
  // Two waiters may see the same dead lock. Renaming lets one of them have it; whoever got a living one by mistake
  // puts it back.
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
    if (read(aside) !== seen) linkSync(aside, file)
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error
  }
  rmSync(aside, { force: true })
}

/** @param {string} file @param {string} seen */
function isDead(file, seen) {
  const silentFor = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (silentFor > DEAD_AFTER_MS) return true
  const holder = parseHolder(seen)
  // Half written: its process is just taking it, or died doing so and will be silent.
  if (holder === null || holder.host !== hostname()) return false
  try {
    process.kill(holder.pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

/** @param {string} text @returns {{ host: string, pid: number } | null} */
function parseHolder(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date())
  } catch (error) {
    // Someone deleted the folder we work in: the work itself will say so.
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** @param {unknown} error @returns {string} */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

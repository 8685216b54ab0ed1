// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nodeForTools } from './node.mjs'
import { cache, checkout } from './places.mjs'
import { run } from './run.mjs'

const PACKAGE = join(checkout, 'node_modules', 'electron')
const NOT_REACHED = join(cache, 'official-electron-not-reached.json')
const ASK_AGAIN_AFTER_MS = 3_600_000
const ANSWER_WITHIN_MS = 8_000
// Enough to unpack what the installer has in its own cache.
const WITHOUT_ANSWER_MS = 20_000
const DOWNLOAD_WITHIN_MS = 15 * 60_000

export const officialFolder = join(PACKAGE, 'dist')

/** Where in its folder an Electron's executable is, by platform. */
export function executableIn(/** @type {string} */ folder) {
  switch (process.platform) {
    case 'darwin':
      return join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
    case 'win32':
      return join(folder, 'electron.exe')
    default:
      return join(folder, 'electron')
  }
}

/** Electron's installer writes path.txt last, so a download that was interrupted does not count. */
export function isOfficialReady() {
  return (
    existsSync(join(PACKAGE, 'path.txt')) &&
    existsSync(executableIn(officialFolder)) &&
    readFileSync(join(officialFolder, 'version'), 'utf8').replace(/^v/, '') === officialVersion()
  )
}

export function officialVersion() {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version
}

/** The address Electron's installer will use: its own rules for mirrors, in its own order. */
export function officialUrl() {
  const version = officialVersion()
  const base = setting('mirror') ?? 'https://github.com/electron/electron/releases/download/'
  const folder = (setting('custom_dir') ?? `v${version}`).replace('{{ version }}', version)
  const file = setting('custom_filename') ?? `electron-v${version}-${process.platform}-${process.arch}.zip`
  return `${base}${folder}/${file}`
}

/** @param {'mirror' | 'custom_dir' | 'custom_filename'} name */
function setting(name) {
  const names = [
    `npm_config_electron_${name}`,
    `npm_package_config_electron_${name}`,
    `ELECTRON_${name.toUpperCase()}`,
  ]
  return names.map((each) => process.env[each]).find((value) => value !== undefined && value !== '')
}

/** It could not be had from there within the last hour, so a start need not ask again. */
export function wasNotReached() {
  if (!existsSync(NOT_REACHED)) return false
  const { from, at } = JSON.parse(readFileSync(NOT_REACHED, 'utf8'))
  return from === origin() && Math.abs(Date.now() - at) < ASK_AGAIN_AFTER_MS
}

export function rememberNotReached() {
  mkdirSync(cache, { recursive: true })
  writeFileSync(NOT_REACHED, JSON.stringify({ from: origin(), at: Date.now() }))
}

function origin() {
  return `${officialUrl()} ${process.env['electron_config_cache'] ?? ''}`
}

/**
 * Lets Electron's own installer download it, or take it from its cache.
 * @returns {Promise<{ kind: 'installed' } | { kind: 'not reached', why: string }>}
 */
export async function installOfficial() {
  const installing = new AbortController()
  const asking = new AbortController()
  const timers = [setTimeout(() => installing.abort(), DOWNLOAD_WITHIN_MS)]
  // A wall may swallow packets rather than refuse them, and the installer would wait for minutes.
  void answers(asking.signal).then((answered) => {
    if (!answered) timers.push(setTimeout(() => installing.abort(), WITHOUT_ANSWER_MS))
  })
  try {
    await run(nodeForTools(), [join(PACKAGE, 'install.js')], { cwd: PACKAGE, signal: installing.signal })
    return { kind: 'installed' }
  } catch (error) {
    return { kind: 'not reached', why: error instanceof Error ? error.message : String(error) }
  } finally {
    asking.abort()
    timers.forEach(clearTimeout)
  }
}

/**
 * Whether anything answers at the address at all. Through a proxy only the installer itself can tell.
 * @param {AbortSignal} signal
 */
async function answers(signal) {
  if (process.env['ELECTRON_GET_USE_PROXY']) return true
  try {
    const either = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
    await fetch(officialUrl(), { method: 'HEAD', redirect: 'manual', signal: either })
    return true
  } catch {
    return signal.aborted
  }
}

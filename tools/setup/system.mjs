// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installDebianPackages, packageOf } from './debian.mjs'
import { isOnPath } from './on-path.mjs'
import { cache } from './places.mjs'
import { SetUpFailed } from './say.mjs'

/**
 * @typedef {object} Missing
 * @property {readonly string[]} packages by their Debian names
 * @property {readonly string[]} libraries that are in no package known here
 */

/**
 * What a graphical Electron needs of a Linux machine. Elsewhere nothing is ever missing.
 * @param {import('./electron.mjs').Electron} electron
 * @returns {import('./part.mjs').Part}
 */
export function systemFor(electron) {
  const findMissing = () =>
    process.platform === 'linux' ? missingFor(electron) : { packages: [], libraries: [] }
  return {
    name: 'installing system packages',
    lock: join(cache, 'system.lock'),
    isReady: () => isEmpty(findMissing()),
    make: async (say) => {
      const { packages } = findMissing()
      if (packages.length > 0) await installDebianPackages(packages, say)
      const left = findMissing()
      if (isEmpty(left)) return
      throw new SetUpFailed(`Electron still lacks ${[...left.packages, ...left.libraries].join(', ')}.`)
    },
  }
}

/** @param {import('./electron.mjs').Electron} electron @returns {Missing} */
function missingFor(electron) {
  const libraries = missingLibraries(electron.executable)
  const packages = libraries.map(packageOf).filter((name) => name !== null)
  if (!hasDisplay() && !isOnPath('Xvfb')) packages.push('xvfb')
  if (electron.addonFile !== null && !existsSync(electron.addonFile) && !isOnPath('g++')) packages.push('g++')
  return { packages: [...new Set(packages)], libraries: libraries.filter((name) => packageOf(name) === null) }
}

/** @param {Missing} missing */
function isEmpty(missing) {
  return missing.packages.length === 0 && missing.libraries.length === 0
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/** @param {string} executable */
function missingLibraries(executable) {
  // Without ldd (musl's differs) nothing can be told beforehand; Electron itself will say what it lacks.
  const { stdout } = spawnSync('ldd', [executable], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gm)].map((found) => String(found[1]))
}

/**
 * Chromium's sandbox needs user namespaces or a helper that belongs to root. Some systems forbid the first to
 * programs they do not know, and only root can arrange the second: better said here than in Chromium's words.
 * @param {import('./electron.mjs').Electron} electron
 */
export function checkSandbox(electron) {
  if (process.platform !== 'linux' || process.getuid?.() === 0 || !areUserNamespacesForbidden()) return
  const helper = join(electron.folder, 'chrome-sandbox')
  const found = statSync(helper, { throwIfNoEntry: false })
  if (found !== undefined && found.uid === 0 && (found.mode & 0o4755) === 0o4755) return
  throw new SetUpFailed(
    [
      "This system lets no ordinary program use user namespaces, so Electron's sandbox needs its helper. Run:",
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    ].join('\n'),
  )
}

function areUserNamespacesForbidden() {
  return (
    settingIs('kernel/apparmor_restrict_unprivileged_userns', '1') ||
    settingIs('kernel/unprivileged_userns_clone', '0') ||
    settingIs('user/max_user_namespaces', '0')
  )
}

/** @param {string} name @param {string} value */
function settingIs(name, value) {
  const file = join('/proc/sys', name)
  return existsSync(file) && readFileSync(file, 'utf8').trim() === value
}

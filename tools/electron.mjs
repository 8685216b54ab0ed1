// @ts-check
import { environmentForTools } from './setup/node.mjs'

/**
 * The environment in which `require('electron')`, electron-vite and Playwright find this Electron, and the program
 * its database addon.
 * @param {import('./setup/electron.mjs').Electron} electron
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(electron) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...environmentForTools(),
    ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    // electron-vite's own name for it.
    ELECTRON_EXEC_PATH: electron.executable,
  }
  // With it Electron would be a plain Node. Some editors set it in their terminals.
  delete env['ELECTRON_RUN_AS_NODE']
  if (electron.addonFile !== null) env['VENTANILLA_SQLITE_BINDING'] = electron.addonFile
  return env
}

/** Chromium refuses to start as root with its sandbox on; for everyone else the sandbox stays. */
export function switchesForUser() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** @param {import('./setup/electron.mjs').Electron} electron */
export function sentenceAbout(electron) {
  switch (electron.kind) {
    case 'official':
      return `Electron ${electron.version}`
    case 'stand-in':
      return `Electron ${electron.version}, the stand-in from the npm registry (never shipped)`
    case 'chosen by you':
      return `Electron ${electron.version} of ELECTRON_OVERRIDE_DIST_PATH`
  }
}

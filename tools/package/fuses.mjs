// @ts-check
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/** @typedef {Readonly<Record<string, boolean>>} Fuses by the names that Electron gives them */

/**
 * What the program ships with: nobody can turn it into a Node shell, look into it while it runs, or make it load
 * other code than its own archive.
 * @type {Fuses}
 */
export const shippedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Electron checks the archive on these systems only.
  EnableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  // The window is served from app://, so file:// needs nothing special.
  GrantFileProtocolExtraPrivileges: false,
  // As Electron sets it: it concerns the speed of WebAssembly.
  WasmTrapHandlers: true,
}

/** The same, but for what Playwright needs to drive the main process. @type {Fuses} */
export const inspectableFuses = { ...shippedFuses, EnableNodeCliInspectArguments: true }

/**
 * Sets every fuse this Electron has. A fuse the list above does not know stops it: someone has to decide on it.
 * @param {string} executable
 * @param {Fuses} wanted
 */
export async function setFuses(executable, wanted) {
  const names = (await readFuses(executable)).map(({ name }) => name)
  const unknown = names.filter((name) => !(name in wanted))
  if (unknown.length > 0) {
    throw new Error(
      `Electron has fuses that tools/package/fuses.mjs does not decide on: ${unknown.join(', ')}`,
    )
  }
  const options = Object.fromEntries(names.map((name) => [indexOf(name), wanted[name]]))
  const isMac = process.platform === 'darwin'
  await flipFuses(executable, { version: FuseVersion.V1, resetAdHocDarwinSignature: isMac, ...options })
}

/**
 * What the executable itself says, fuse by fuse; a fuse this tool has no name for is called by its number.
 * @param {string} executable
 * @returns {Promise<readonly { name: string, state: string }[]>}
 */
export async function readFuses(executable) {
  const { version: _, ...wire } = await getCurrentFuseWire(executable)
  return Object.entries(wire).map(([index, state]) => ({
    name: FuseV1Options[Number(index)] ?? index,
    state: FuseState[Number(state)] ?? String(state),
  }))
}

/**
 * Every fuse read back against the list, one sentence for each that differs.
 * @param {string} executable
 * @param {Fuses} wanted
 */
export async function differingFuses(executable, wanted) {
  return (await readFuses(executable))
    .filter(({ name, state }) => state !== (wanted[name] === true ? 'ENABLE' : 'DISABLE'))
    .map(({ name, state }) => `${name} is ${state}`)
}

/** @param {string} name */
function indexOf(name) {
  return Object.values(FuseV1Options).indexOf(name)
}

// @ts-check
import { isOnPath } from './on-path.mjs'
import { run } from './run.mjs'
import { SetUpFailed } from './say.mjs'

/** Which Debian package has a library. Electron's own list; most come along with the first two. */
const PACKAGES = [
  { name: 'libgtk-3-0', has: /^lib(gtk|gdk)-3\.so/ },
  { name: 'libnss3', has: /^lib(nss3|nssutil3|smime3|ssl3)\.so/ },
  { name: 'libnspr4', has: /^lib(nspr4|plc4|plds4)\.so/ },
  { name: 'libasound2', has: /^libasound\.so/ },
  { name: 'libgbm1', has: /^libgbm\.so/ },
  { name: 'libdrm2', has: /^libdrm\.so/ },
  { name: 'libcups2', has: /^libcups\.so/ },
  { name: 'libdbus-1-3', has: /^libdbus-1\.so/ },
  { name: 'libexpat1', has: /^libexpat\.so/ },
  { name: 'libudev1', has: /^libudev\.so/ },
  { name: 'libglib2.0-0', has: /^lib(glib|gobject|gio|gmodule)-2\.0\.so/ },
  { name: 'libatk1.0-0', has: /^libatk-1\.0\.so/ },
  { name: 'libatk-bridge2.0-0', has: /^libatk-bridge-2\.0\.so/ },
  { name: 'libatspi2.0-0', has: /^libatspi\.so/ },
  { name: 'libpango-1.0-0', has: /^libpango-1\.0\.so/ },
  { name: 'libcairo2', has: /^libcairo\.so/ },
  { name: 'libxkbcommon0', has: /^libxkbcommon\.so/ },
  { name: 'libx11-6', has: /^libX11\.so/ },
  { name: 'libxcb1', has: /^libxcb\.so/ },
  { name: 'libxcomposite1', has: /^libXcomposite\.so/ },
  { name: 'libxdamage1', has: /^libXdamage\.so/ },
  { name: 'libxext6', has: /^libXext\.so/ },
  { name: 'libxfixes3', has: /^libXfixes\.so/ },
  { name: 'libxrandr2', has: /^libXrandr\.so/ },
]

/** @param {string} library */
export function packageOf(library) {
  return PACKAGES.find((each) => each.has.test(library))?.name ?? null
}

/**
 * Installs them as root on Debian and its relatives; anyone else is told the command.
 * @param {readonly string[]} packages
 * @param {import('./say.mjs').Say} say
 */
export async function installDebianPackages(packages, say) {
  if (!isOnPath('apt-get')) throw new SetUpFailed(elsewhere(packages))
  if (process.getuid?.() !== 0) throw new SetUpFailed(asRoot(await namesHere(packages)))
  say.line(`installing system packages: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Another program may be installing; wait for it rather than fail.
  const patience = ['-o', 'DPkg::Lock::Timeout=300']
  await run('apt-get', [...patience, 'update', '-q'], { env })
  const install = ['install', '-y', '-q', '--no-install-recommends', ...(await namesHere(packages))]
  await run('apt-get', [...patience, ...install], { env })
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries (…t64).
 * @param {readonly string[]} packages
 */
function namesHere(packages) {
  return Promise.all(
    packages.map(async (name) => {
      const renamed = `${name}t64`
      return (await isKnown(renamed)) ? renamed : name
    }),
  )
}

/** @param {string} name */
async function isKnown(name) {
  return run('apt-cache', ['show', '--no-all-versions', name]).then(
    () => true,
    () => false,
  )
}

/** @param {readonly string[]} packages */
function asRoot(packages) {
  return [
    'Some system packages are missing. Run this once, then start again:',
    `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
  ].join('\n')
}

/** @param {readonly string[]} packages */
function elsewhere(packages) {
  return [
    "Some system packages are missing. By Debian's names they are:",
    `  ${packages.join(' ')}`,
    'Install what your system calls them, then start again.',
  ].join('\n')
}

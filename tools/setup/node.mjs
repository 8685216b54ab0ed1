// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { npm } from './npm.mjs'
import { checkout } from './places.mjs'
import { run } from './run.mjs'
import { SetUpFailed } from './say.mjs'

const PACKAGE = join(checkout, 'node_modules', 'node')
const EXECUTABLE = join(PACKAGE, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** better-sqlite3 is built for Node-API 10; an older Node dies loading it, without an error. */
const NODE_API_NEEDED = 10

/**
 * The Node that runs everything but set-up itself: the one of the npm package `node`, or the one running now where
 * that package has none for this machine.
 */
export function nodeForTools() {
  return existsSync(EXECUTABLE) ? EXECUTABLE : process.execPath
}

export function isNodeReady() {
  return existsSync(EXECUTABLE) || isNewEnough(process.versions['napi'])
}

/** The environment for children: `node` on their path is nodeForTools, and so are the commands of our packages. */
export function environmentForTools() {
  const ours = [dirname(nodeForTools()), join(checkout, 'node_modules', '.bin')]
  return { ...process.env, PATH: [...ours, process.env['PATH'] ?? ''].join(delimiter) }
}

/** Packages are installed without their scripts; the one of `node` puts the executable in its place. */
export async function provideNode() {
  if (!existsSync(EXECUTABLE) && existsSync(PACKAGE)) {
    await npm(['rebuild', 'node', '--ignore-scripts=false']).catch((error) => {
      if (!isNewEnough(process.versions['napi'])) throw error
    })
  }
  const nodeApi = await run(nodeForTools(), ['-p', 'process.versions.napi'])
  if (!isNewEnough(nodeApi)) throw new SetUpFailed(tooOld())
}

/** @param {string | undefined} nodeApi */
function isNewEnough(nodeApi) {
  return Number(nodeApi) >= NODE_API_NEEDED
}

function tooOld() {
  const wanted = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).devDependencies.node
  return [
    `This Node (${process.version}) has Node-API ${process.versions['napi']}; Ventanilla's database needs 10.`,
    `The npm package "node" (${wanted}) brings a newer one, but has none for ${process.platform} ${process.arch}.`,
    'Install Node 22.14 or newer, and run this again.',
  ].join('\n')
}

// @ts-check
// npm run dev [-- ARGUMENTS OF THE PROGRAM]: electron-vite's development server and the window.
import { join } from 'node:path'
import { withDisplay } from './display.mjs'
import { environmentFor, switchesForUser } from './electron.mjs'
import { follow } from './follow.mjs'
import { setUpAll } from './setup.mjs'
import { forgetBuild } from './setup/build.mjs'
import { nodeForTools } from './setup/node.mjs'
import { checkout } from './setup/places.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { checkSandbox } from './setup/system.mjs'

await exitWith(async () => {
  const electron = await setUpAll(sayTo(process.stdout))
  checkSandbox(electron)
  // What it builds into out/ is for development.
  forgetBuild()
  const viteFile = join(checkout, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  // What stands after -- is handed to Electron.
  const args = [viteFile, 'dev', '--', ...switchesForUser(), ...process.argv.slice(2)]
  const options = { cwd: checkout, stdin: /** @type {const} */ ('inherit') }
  return withDisplay(environmentFor(electron), (env) => follow(nodeForTools(), args, { ...options, env }))
})

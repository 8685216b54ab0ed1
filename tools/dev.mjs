// @ts-check
// npm run dev: the window with its page reloaded as it is edited.
import { join } from 'node:path'
import { withDisplay } from './display.mjs'
import { environmentFor, switchesForUser } from './electron.mjs'
import { follow } from './follow.mjs'
import { setUpElectron } from './setup.mjs'
import { nodeForTools } from './setup/node.mjs'
import { checkout } from './setup/places.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { checkSandbox } from './setup/system.mjs'

await exitWith(async () => {
  const electron = await setUpElectron(sayTo(process.stdout))
  checkSandbox(electron)
  const viteFile = join(checkout, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  // What stands after -- is handed to Electron.
  const args = [viteFile, 'dev', '--', ...switchesForUser(), ...process.argv.slice(2)]
  const options = { cwd: checkout, stdin: /** @type {const} */ ('inherit') }
  return withDisplay(environmentFor(electron), (env) => follow(nodeForTools(), args, { ...options, env }))
})

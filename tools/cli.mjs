// @ts-check
// npm run --silent cli -- METHOD 'JSON' --data DIR
import { join } from 'node:path'
import { follow } from './follow.mjs'
import { setUpProgram } from './setup.mjs'
import { environmentForTools, nodeForTools } from './setup/node.mjs'
import { checkout } from './setup/places.mjs'
import { exitWith, sayTo } from './setup/say.mjs'

await exitWith(async () => {
  // Standard output belongs to the program: what it writes there may be piped into another.
  await setUpProgram(sayTo(process.stderr))
  const args = [join(checkout, 'out', 'main', 'cli.js'), ...process.argv.slice(2)]
  return follow(nodeForTools(), args, { env: environmentForTools(), stdin: 'inherit' })
})

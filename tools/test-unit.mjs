// @ts-check
// npm run test:unit [-- ARGUMENTS OF VITEST]
import { setUpDependencies } from './setup.mjs'
import { environmentForTools } from './setup/node.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { runVitest } from './vitest.mjs'

await exitWith(async () => {
  await setUpDependencies(sayTo(process.stdout))
  return runVitest('unit', process.argv.slice(2), { env: environmentForTools() })
})

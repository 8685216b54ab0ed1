// @ts-check
// npm run check: types and lint, as npm test looks at them.
import { setUpDependencies } from './setup.mjs'
import { environmentForTools } from './setup/node.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { quickChecks } from './test/stages.mjs'

await exitWith(async () => {
  await setUpDependencies(sayTo(process.stdout))
  let failed = 0
  for (const stage of quickChecks) failed += (await stage.run(environmentForTools())).failed.length
  return failed === 0 ? 0 : 1
})

// @ts-check
// npm run test:faults [-- COUNT [SEED]]: kills the program at random moments and looks for what it had acknowledged.
import { setUpProgram } from './setup.mjs'
import { environmentForTools } from './setup/node.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { runVitest } from './vitest.mjs'

await exitWith(async () => {
  await setUpProgram(sayTo(process.stdout))
  const [count = '200', seed = '1'] = process.argv.slice(2)
  const env = { ...environmentForTools(), VENTANILLA_COUNT: count, VENTANILLA_SEED: seed }
  return runVitest('faults', [], { env })
})

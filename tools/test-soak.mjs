// @ts-check
// npm run test:soak [-- SOURCES [HOURS]]: a simulated day of many sources, some of them odd; memory must stay flat.
import { setUpProgram } from './setup.mjs'
import { environmentForTools } from './setup/node.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { runVitest } from './vitest.mjs'

await exitWith(async () => {
  await setUpProgram(sayTo(process.stdout))
  const [sources = '1000', hours = '24'] = process.argv.slice(2)
  const env = { ...environmentForTools(), VENTANILLA_SOURCES: sources, VENTANILLA_HOURS: hours }
  return runVitest('soak', [], { env })
})

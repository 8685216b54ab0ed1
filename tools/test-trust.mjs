// @ts-check
// npm run test:trust [FAMILY]: every way a source can misbehave, against the real engine; prints the figures beside
// their goals. FAMILY is one of tests/trust/families.ts: H1, H2, H4, X5 …
import { setUpProgram } from './setup.mjs'
import { environmentForTools } from './setup/node.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { runVitest } from './vitest.mjs'

await exitWith(async () => {
  await setUpProgram(sayTo(process.stdout))
  const [family = ''] = process.argv.slice(2)
  const env = { ...environmentForTools(), VENTANILLA_TRUST: 'full', VENTANILLA_FAMILY: family }
  return runVitest('trust', [], { env })
})

// @ts-check
// npm run test:look: how often the second look is right, by remark and language, on the drafts that were set aside.
import { setUpDependencies } from './setup.mjs'
import { environmentForTools } from './setup/node.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { runVitest } from './vitest.mjs'

await exitWith(async () => {
  await setUpDependencies(sayTo(process.stdout))
  const env = { ...environmentForTools(), VENTANILLA_LOOK: 'print' }
  return runVitest('unit', ['tests/engine/answer/second-look/figures.test.ts'], { env })
})

// @ts-check
// npm run build
import { setUpProgram } from './setup.mjs'
import { exitWith, sayTo } from './setup/say.mjs'

await exitWith(async () => {
  await setUpProgram(sayTo(process.stdout))
  return 0
})

// @ts-check
// npm run test:e2e [-- ARGUMENTS OF VITEST]
import { withDisplay } from './display.mjs'
import { environmentFor } from './electron.mjs'
import { setUpAll } from './setup.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { runVitest } from './vitest.mjs'

await exitWith(async () => {
  const electron = await setUpAll(sayTo(process.stdout))
  return withDisplay(environmentFor(electron), (env) => runVitest('e2e', process.argv.slice(2), { env }))
})

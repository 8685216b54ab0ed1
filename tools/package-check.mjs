// @ts-check
// npm run package:check: the packaged program, looked at where no release can be made. See tools/package/check.mjs.
import { withDisplay } from './display.mjs'
import { environmentFor } from './electron.mjs'
import { setUpAll } from './setup.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { packageCheck } from './test/stages.mjs'

await exitWith(async () => {
  const electron = await setUpAll(sayTo(process.stdout))
  const outcome = await withDisplay(environmentFor(electron), packageCheck.run)
  process.stdout.write(`\n${outcome.passed} passed, ${outcome.failed.length} failed\n`)
  return outcome.failed.length === 0 ? 0 : 1
})

// @ts-check
// npm start [-- ARGUMENTS OF THE PROGRAM]
import { withDisplay } from './display.mjs'
import { environmentFor, switchesForUser } from './electron.mjs'
import { follow } from './follow.mjs'
import { setUpAll } from './setup.mjs'
import { checkout } from './setup/places.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { checkSandbox, hasDisplay } from './setup/system.mjs'

await exitWith(async () => {
  const say = sayTo(process.stdout)
  const electron = await setUpAll(say)
  checkSandbox(electron)
  if (!hasDisplay()) say.line('there is no display here: the window opens on a virtual one, unseen')
  const args = [...switchesForUser(), checkout, ...process.argv.slice(2)]
  return withDisplay(environmentFor(electron), (env) =>
    follow(electron.executable, args, { env, stdin: 'ignore' }),
  )
})

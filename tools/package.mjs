// @ts-check
// npm run package [-- TARGET…]: what people install, for this system. Only ever with the official Electron.
import { join } from 'node:path'
import { sentenceAbout } from './electron.mjs'
import { follow } from './follow.mjs'
import { setUpAll } from './setup.mjs'
import { environmentForTools, nodeForTools } from './setup/node.mjs'
import { officialUrl } from './setup/official-electron.mjs'
import { checkout } from './setup/places.mjs'
import { exitWith, SetUpFailed, sayTo } from './setup/say.mjs'

await exitWith(async () => {
  const electron = await setUpAll(sayTo(process.stdout))
  if (electron.kind !== 'official') {
    throw new SetUpFailed(
      [
        `A release is made with the official Electron only, and here is ${sentenceAbout(electron)}.`,
        `It comes from ${officialUrl()}: run this where that address can be reached, or set ELECTRON_MIRROR.`,
        'To look at the packaged program here, run: npm run package:check',
      ].join('\n'),
    )
  }
  const args = [join(checkout, 'tools', 'package', 'release.mjs'), ...process.argv.slice(2)]
  return follow(nodeForTools(), args, { env: environmentForTools(), cwd: checkout, stdin: 'ignore' })
})

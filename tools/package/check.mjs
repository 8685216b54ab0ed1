// @ts-check
// Run by tools/test/stages.mjs with the newer Node: check.mjs REPORT
//
// Packs the program with whatever Electron there is into a directory marked as no release, and starts it twice: once
// so that Playwright can look inside, once with the fuses people get, judged by what it writes and how it ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { environmentFor } from '../electron.mjs'
import { findElectron } from '../setup/electron.mjs'
import { checkout } from '../setup/places.mjs'
import { pack } from './builder.mjs'
import { differingFuses, inspectableFuses, setFuses, shippedFuses } from './fuses.mjs'
import { startInspectable, startShipped } from './starts.mjs'

const NAME = 'Ventanilla not a release'
const MARK = `This is not a release of Ventanilla. It was put together to check how the program is packaged, with whatever
Electron was at hand, perhaps an old one. Do not use it and do not give it to anyone.
`

const [report] = process.argv.slice(2)
const electron = findElectron()
if (report === undefined || electron === null) throw new Error('check.mjs REPORT, after the set-up')

const output = join(checkout, 'dist', 'not-a-release')
const env = environmentFor(electron)
rmSync(output, { recursive: true, force: true })
const { executable } = await pack({ electron, name: NAME, output, fuses: inspectableFuses, targets: ['dir'] })
writeFileSync(join(dirname(executable), 'NOT-A-RELEASE.txt'), MARK)

/** @type {readonly { name: string, look: () => Promise<void> }[]} */
const checks = [
  { name: 'the inspectable package has the fuses listed', look: () => compareFuses(inspectableFuses) },
  {
    name: 'the packaged window opens under Playwright',
    look: () => withFolder((data) => startInspectable(executable, env, data)),
  },
  {
    name: 'the shipped package has the fuses listed',
    look: async () => {
      await setFuses(executable, shippedFuses)
      await compareFuses(shippedFuses)
    },
  },
  {
    name: 'the shipped package opens and ends, and is no Node',
    look: () => withFolder(async (data) => startShipped(executable, env, data)),
  },
]

const failed = []
for (const { name, look } of checks) {
  const why = await look().then(
    () => null,
    (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  )
  process.stdout.write(why === null ? `ok      ${name}\n` : `failed  ${name}\n${why}\n`)
  if (why !== null) failed.push(`package: ${name}`)
}
writeFileSync(report, JSON.stringify({ passed: checks.length - failed.length, failed, skipped: [] }))
process.exitCode = failed.length === 0 ? 0 : 1

/** @param {import('./fuses.mjs').Fuses} wanted */
async function compareFuses(wanted) {
  const differing = await differingFuses(executable, wanted)
  if (differing.length > 0) throw new Error(differing.join('\n'))
}

/** @param {(folder: string) => Promise<void>} look */
async function withFolder(look) {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-package-'))
  try {
    await look(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

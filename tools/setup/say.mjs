// @ts-check

/**
 * How set-up tells what it does. Start and test let it speak on standard output, the command line tool on standard
 * error, because its standard output belongs to the program.
 * @typedef {{ line: (text: string) => void, progress: (text: string, share: number) => void }} Say
 */

/** An error the person at the terminal can do something about: it is shown without a stack. */
export class SetUpFailed extends Error {}

/**
 * @param {NodeJS.WriteStream} stream
 * @returns {Say}
 */
export function sayTo(stream) {
  let tenthsShown = -1
  return {
    line: (text) => void stream.write(`setup: ${text}\n`),
    progress: (text, share) => {
      const tenths = Math.floor(share * 10)
      if (stream.isTTY) stream.write(`\rsetup: ${text} ${bar(share)}${share >= 1 ? '\n' : ''}`)
      // A log is no terminal: a line for every tenth is enough there.
      else if (tenths > tenthsShown) stream.write(`setup: ${text} ${tenths * 10} %\n`)
      tenthsShown = share >= 1 ? -1 : Math.max(tenths, tenthsShown)
    },
  }
}

/** @param {number} share */
function bar(share) {
  const filled = Math.round(share * 30)
  return `[${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${String(Math.floor(share * 100)).padStart(3)} %`
}

/**
 * Runs a tool to its end: what went wrong is said in one line where it is the person's to mend, with a stack where
 * it is ours.
 * @param {() => Promise<number>} work gives the exit status
 */
export async function exitWith(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    const text =
      error instanceof SetUpFailed ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`${text}\n`)
    process.exitCode = 1
  }
}

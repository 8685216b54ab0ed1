// @ts-check
import { withLock } from './lock.mjs'

/**
 * One thing set-up provides. Looking whether it is there is cheap and changes nothing.
 * @typedef {object} Part
 * @property {string} name completes "waiting for another run to finish …"
 * @property {string} lock the file that lets one run at a time make it
 * @property {() => boolean} isReady
 * @property {(say: import('./say.mjs').Say) => Promise<void>} make
 */

/**
 * Makes the part unless it is ready. Two runs at once make it once.
 * @param {Part} part
 * @param {import('./say.mjs').Say} say
 */
export async function ensure(part, say) {
  if (part.isReady()) return
  await withLock(
    part.lock,
    () => say.line(`waiting for another run to finish ${part.name}`),
    async () => {
      if (!part.isReady()) await part.make(say)
    },
  )
}

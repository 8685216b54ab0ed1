import { readFileSync } from 'node:fs'
import { writeWhole } from '../write-whole.ts'

/** What the window showed around its list, in the window's own words, from one start to the next. */
export interface LastLook {
  /** Empty where nothing was kept, or it cannot be read. */
  readonly read: () => string
  readonly keep: (look: string) => void
}

/** In a file of its own. Where it cannot be kept, the window draws itself a little later at the next start. */
export function openLastLook(path: string): LastLook {
  return {
    read: () => {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return ''
      }
    },
    keep: (look) => {
      try {
        writeWhole(path, look)
      } catch {
        // As it was.
      }
    },
  }
}

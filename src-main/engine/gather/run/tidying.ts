import { checkpoint } from '../../store/open.ts'
import { giveWay, isWaitedFor, type WriteTurn } from '../../store/user-act.ts'
import type { BrandPlace } from '../gatherer-protocol.ts'
import { tidyWords } from '../save/tidy-words.ts'
import { createConnections } from '../thread/connections.ts'

/** What is left to do for files when nobody waits for it. */
export interface Tidying {
  /** Something was saved into these files: a moment later their words are merged, piece by piece, and the log is copied. */
  readonly later: (places: readonly BrandPlace[]) => void
  readonly stop: () => void
}

export interface TidyingSetting {
  readonly turn: WriteTurn
  readonly binding: string | null
  /** Whether something is being gathered: then it waits. */
  readonly isBusy: () => boolean
  readonly log: (line: string) => void
}

const AFTER_MS = 1000
/** Between two pieces. */
const REST_MS = 20

export function createTidying({ turn, binding, isBusy, log }: TidyingSetting): Tidying {
  const untidy = new Map<string, BrandPlace>()
  let timer: NodeJS.Timeout | null = null

  const wait = (ms: number) => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(tidySome, ms)
    timer.unref()
  }
  const tidySome = () => {
    timer = null
    const [place] = untidy.values()
    if (!place) return
    if (isBusy() || isWaitedFor(turn)) wait(AFTER_MS)
    else {
      if (!tidyPiece(place)) untidy.delete(place.path)
      wait(REST_MS)
    }
  }
  const tidyPiece = (place: BrandPlace): boolean => {
    const connections = createConnections(binding)
    try {
      giveWay(turn)
      const db = connections.open(place)
      const isMore = tidyWords(db)
      if (!isMore) checkpoint(db)
      return isMore
    } catch (error) {
      log(`tidying: ${String(error)}`)
      return false
    } finally {
      connections.close()
    }
  }
  return {
    later: (places) => {
      for (const place of places) untidy.set(place.path, place)
      wait(AFTER_MS)
    },
    stop: () => {
      if (timer) clearTimeout(timer)
      untidy.clear()
    },
  }
}

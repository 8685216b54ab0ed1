import { parseUrl } from '../url.ts'
import { turnPlaceOf } from './turn-places.ts'
import { type AskedBefore, noteLatest, type Waits, waitingPlace, waitsOf } from './waits.ts'

/** What the gatherer knows of places that want to be left alone: from its sources' notes, and from what it hears. */
export interface WaitBook extends Waits {
  /** Takes up what sources' notes say, after a restart above all. */
  readonly learn: (sources: readonly AskedBefore[], now: number) => void
  readonly pause: (source: Pick<AskedBefore, 'url' | 'private_origin'>, until: number) => void
  /** This address is being asked, by whom it may be. */
  readonly ask: (url: string, now: number) => void
}

export function createWaitBook(): WaitBook {
  const paused = new Map<string, number>()
  const asked = new Map<string, number>()
  return {
    paused,
    asked,
    learn: (sources, now) => {
      for (const [place, until] of paused) if (until <= now) paused.delete(place)
      const noted = waitsOf(sources, now)
      for (const [place, until] of noted.paused) noteLatest(paused, place, until)
      for (const [domain, at] of noted.asked) noteLatest(asked, domain, at)
    },
    pause: ({ url, private_origin }, until) => {
      const place = waitingPlace(url, private_origin)
      if (place !== null) noteLatest(paused, place, until)
    },
    ask: (url, now) => {
      const place = turnPlaceOf(parseUrl(url)?.href ?? '')
      if (place !== null) asked.set(place.domain, now)
    },
  }
}

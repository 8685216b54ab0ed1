import type { FoundDocument } from '../gatherer-protocol.ts'

const FRESH_MS = 10 * 60_000
const MAX_LOOKS = 10
const MAX_BYTES = 32 * 1_048_576

interface Look {
  readonly asked: string
  readonly at: number
  readonly found: readonly FoundDocument[]
}

/** What was found a moment ago: the user looks at a feed, then adds it, and its host is asked once. */
export function createLooks(now: () => number) {
  let looks: readonly Look[] = []
  const fresh = () => looks.filter(({ at }) => now() - at < FRESH_MS && now() >= at)
  return {
    remember: (asked: string, found: readonly FoundDocument[]) => {
      let bytes = 0
      looks = [{ asked: asked.trim(), at: now(), found }, ...fresh()].slice(0, MAX_LOOKS).filter((look) => {
        bytes += look.found.reduce((sum, { body }) => sum + body.length, 0)
        return bytes <= MAX_BYTES
      })
    },
    recall: (url: string): readonly FoundDocument[] | null => {
      const wanted = url.trim()
      for (const { asked, found } of fresh()) {
        const one = found.find((document) => document.url === wanted)
        if (one) return [one]
        if (asked === wanted) return found
      }
      return null
    },
  }
}

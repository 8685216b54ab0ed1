import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { askListAhead } from '../inbox/list-ahead.ts'
import { holdKeysOnTheWay } from '../kit/held-keys.ts'
import type { Place, Ways } from '../kit/places.tsx'
import { useLatest } from '../kit/use-latest.ts'
import { useLayout } from './layout.tsx'

export interface Scope {
  /** The brand one looks at; null is all brands. */
  readonly brandId: BrandId | null
  readonly lookAt: (brandId: BrandId | null) => void
}

interface Route {
  readonly place: Place
  readonly ways: Ways
}

/** So long what one looks at stays, while the list of the next place is on its way: then it is drawn once, with its rows. */
const PATIENCE_MS = 80

/** Where one is. One is elsewhere as soon as its list is here, or has not come for a moment. */
export function useRoute({ brandId, lookAt }: Scope): Route {
  const [place, setPlace] = useState<Place>({ kind: 'inbox', view: 'inbox' })
  const { remembered } = useLayout()
  const underWay = useRef<() => void>(null)
  const ask = (to: Place, scope: BrandId | null = brandId) => askListAhead(to, scope, remembered)
  const be = useLatest((to: Place, scope?: BrandId | null) => {
    setPlace(to)
    if (scope !== undefined) lookAt(scope)
  })
  const prepare = useLatest((...[to, scope]: Parameters<Ways['go']>) => void ask(from(place, to), scope))
  const go = useLatest((...[given, scope]: Parameters<Ways['go']>) => {
    const to = from(place, given)
    // Who goes on before being there never was there.
    underWay.current?.()
    const comes = ask(to, scope)
    if (comes === null) be(to, scope)
    else underWay.current = waitFor(comes, () => flushSync(() => be(to, scope)))
  })
  const ways = useMemo(() => ({ go, prepare }), [go, prepare])
  return { place, ways }
}

function from(place: Place, to: Parameters<Ways['go']>[0]): Place {
  return typeof to === 'function' ? to(place) : to
}

/** Does something as soon as what comes is here, or has failed, or has not come for a moment; keys wait for it. */
function waitFor(comes: Promise<unknown>, then: () => void): () => void {
  const letKeysGo = holdKeysOnTheWay()
  let isOver = false
  const end = (how: 'there' | 'never') => {
    if (isOver) return
    isOver = true
    clearTimeout(late)
    if (how === 'there') then()
    letKeysGo()
  }
  const late = setTimeout(() => end('there'), PATIENCE_MS)
  const isHere = () => end('there')
  comes.then(isHere, isHere)
  return () => end('never')
}

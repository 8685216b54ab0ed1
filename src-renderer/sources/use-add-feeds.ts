import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../src-main/contract/failure.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Brings, FoundFeed } from '../../src-main/contract/sources.ts'
import { ask, toFailure, type Asked, type Output } from '../engine/call.ts'

/** `guess`: what was proposed for each. */
export type WantedBrings = Brings | 'guess'

export interface Answers {
  readonly brings: WantedBrings
  /** Null: what was proposed for each. */
  readonly answersFrom: string | null
}

type Added = Output<'sources.add'>

interface Outcome {
  readonly added: readonly Added[]
  readonly failed: readonly { readonly feed: FoundFeed; readonly failure: Failure }[]
}

export type Adding =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | ({ readonly kind: 'done' } & Outcome)

export interface AddFeeds {
  readonly state: Adding
  readonly add: (feeds: readonly FoundFeed[], answers: Answers) => Promise<Outcome>
  /** What was added stays. */
  readonly stop: () => void
}

/** Adds feeds one after the other; one that fails is told and stops none of the others. */
export function useAddFeeds(brandId: BrandId): AddFeeds {
  const [state, setState] = useState<Adding>({ kind: 'idle' })
  const asked = useRef<Asked<Added> | null>(null)
  const wants = useRef<'more' | 'no-more'>('more')
  /** Those of a first attempt, of which some failed, are not added again. */
  const done = useRef(new Set<string>())
  const stop = () => {
    wants.current = 'no-more'
    asked.current?.cancel()
  }
  useEffect(
    () => () => {
      wants.current = 'no-more'
    },
    [],
  )

  const isOver = () => wants.current === 'no-more'
  const add = async (feeds: readonly FoundFeed[], answers: Answers) => {
    wants.current = 'more'
    const outcome: { added: Added[]; failed: { feed: FoundFeed; failure: Failure }[] } = {
      added: [],
      failed: [],
    }
    const wanted = feeds.filter(({ url }) => !done.current.has(url))
    for (const [index, feed] of wanted.entries()) {
      if (isOver()) break
      setState({ kind: 'running', done: index, total: wanted.length })
      asked.current = ask('sources.add', toAdd(brandId, feed, answers))
      try {
        outcome.added.push(await asked.current.answer)
        done.current.add(feed.url)
      } catch (thrown) {
        outcome.failed.push({ feed, failure: toFailure(thrown) })
      }
    }
    setState({ kind: 'done', ...outcome })
    return outcome
  }
  return { state, add, stop }
}

function toAdd(brandId: BrandId, { url, kind, guess }: FoundFeed, { brings, answersFrom }: Answers) {
  return {
    brandId,
    url,
    kind,
    brings: brings === 'guess' ? guess.brings : brings,
    answersFrom: answersFrom ?? guess.answersFrom,
  }
}

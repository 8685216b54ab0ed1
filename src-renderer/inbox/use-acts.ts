import type { Act, ActOn } from '../../src-main/contract/acts.ts'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { useBrand } from '../kit/brands.tsx'
import { holdKeysWhile } from '../kit/held-keys.ts'
import { useFormats } from '../kit/formats.ts'
import { useScope } from '../kit/places.tsx'
import { useStateOf } from '../kit/use-state-of.ts'
import { useText } from '../kit/use-text.ts'
import { doAct, doBulkAct } from './acts.ts'
import type { Selection } from './use-selection.ts'
import type { ListQuestion } from './watch-pages.ts'

/** An act on everything a view holds, which names its brand before it is done. */
export interface Asking {
  readonly act: Act
  /** Null while it is being counted. */
  readonly count: number | null
  /** Null for all brands. */
  readonly brand: string | null
}

interface Acting {
  readonly of: string
  readonly selection: Selection
  readonly forget: (ids: readonly MentionId[]) => void
  readonly question: ListQuestion
  readonly asOf: string | null
  readonly count: number | null
}

/** Whether the act takes mentions out of most views, so that one goes on to the next. */
function movesOn(act: Act): boolean {
  return (act.kind === 'status' && act.to === 'resolved') || (act.kind === 'snooze' && act.until !== null)
}

/** Does acts to what is marked, or read; where that is everything a view holds, asks first. */
export function useActs({ of, selection, forget, question, asOf, count }: Acting) {
  const { t } = useText()
  const scope = useScope()
  const brand = useBrand(scope)
  const words = { t, formats: useFormats(brand?.timezone ?? null) }
  const [asked, setAsked] = useStateOf<Act | null>(of, null)
  const members = question.group === 'conversation' ? ('conversation' as const) : ('themselves' as const)

  const doIt = async (what: Act) => {
    const ids = selection.targets
    const [first] = ids
    if (first === undefined) return
    if (selection.everything) {
      setAsked(what)
      return
    }
    const done = await doAct(words, { ids: [...ids], members }, what, () => selection.select(first))
    if (done === null) return
    if (what.kind !== 'tag' && what.kind !== 'untag') forget(ids)
    if (movesOn(what)) selection.selectAfter(ids)
    else selection.unmark()
  }
  const act = (what: Act) => (movesOn(what) ? holdKeysWhile(doIt(what)) : doIt(what))
  const answer = (how: 'do' | 'leave') => {
    setAsked(null)
    if (how === 'leave' || asked === null || asOf === null) return
    const on: ActOn = { brandId: question.brandId ?? 'all', where: question.where, asOf, members }
    selection.unmark()
    void doBulkAct(words, on, asked)
  }
  const asking: Asking | null = asked && { act: asked, count, brand: brand?.name ?? null }
  return { act, asking, answer }
}

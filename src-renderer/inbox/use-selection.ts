import { useMemo } from 'react'
import type { MentionId } from '../../src-main/contract/ids.ts'
import { useStateOf } from '../kit/use-state-of.ts'
import type { Mention } from '../../src-main/contract/mentions.ts'

/** Which mention is read, and which are marked to be acted on together. */
export interface Selection {
  readonly id: MentionId | null
  readonly marked: ReadonlySet<MentionId>
  /** Everything the view holds is marked, also what is not loaded. */
  readonly everything: boolean
  /** What an act now applies to: the marked ones, else the one that is read. */
  readonly targets: readonly MentionId[]
  readonly select: (id: MentionId | null) => void
  readonly move: (by: number) => MentionId | null
  readonly toggleMark: (id: MentionId) => void
  readonly markTo: (id: MentionId) => void
  /** Moves, and marks both where one comes from and where one goes. */
  readonly markMove: (by: number) => void
  /** Marks the whole list; where not all of it is here, what the view holds. */
  readonly markAll: (is: 'here' | 'further') => void
  readonly unmark: () => void
  /** After the targets left the list: the next one that is still there. */
  readonly selectAfter: (gone: readonly MentionId[]) => void
}

const NONE: ReadonlySet<MentionId> = new Set()

/** The first that stays after the last one that goes, else the last one before them. */
export function neighbourOf(
  items: readonly Pick<Mention, 'id'>[],
  gone: readonly MentionId[],
): MentionId | null {
  const leaves = new Set(gone)
  const end = items.findLastIndex(({ id }) => leaves.has(id))
  const stays = ({ id }: Pick<Mention, 'id'>) => !leaves.has(id)
  return (items.slice(end + 1).find(stays) ?? items.slice(0, Math.max(end, 0)).findLast(stays))?.id ?? null
}

/** Where one comes into the list from nowhere: at the first row in sight, or just above it. */
function entered(by: number, firstInSight: number): number {
  return by > 0 ? firstInSight : Math.max(0, firstInSight - 1)
}

export function useSelection(
  items: readonly Mention[],
  { of, first }: { readonly of: string; readonly first: MentionId | null },
  firstInSight: () => number,
): Selection {
  const [id, setId] = useStateOf(of, first)
  const [some, setSome] = useStateOf(of, NONE)
  const [everything, setEverything] = useStateOf<boolean>(of, false)
  const marked = useMemo(
    () => (everything ? new Set(items.map((item) => item.id)) : some),
    [everything, some, items],
  )
  const setMarked = (next: ReadonlySet<MentionId>) => {
    setSome(next)
    setEverything(false)
  }
  const index = items.findIndex((item) => item.id === id)

  const move = (by: number) => {
    const to = index < 0 ? entered(by, firstInSight()) : Math.min(items.length - 1, Math.max(0, index + by))
    const next = items[to]?.id ?? null
    if (next !== null) setId(next)
    return next
  }
  const toggleMark = (toggled: MentionId) => {
    const next = new Set(some)
    if (!next.delete(toggled)) next.add(toggled)
    setMarked(next)
  }
  const markTo = (to: MentionId) => {
    const end = items.findIndex((item) => item.id === to)
    const [from, until] = [Math.max(index, 0), end].sort((a, b) => a - b)
    setMarked(new Set([...marked, ...items.slice(from, (until ?? 0) + 1).map((item) => item.id)]))
    setId(to)
  }
  return {
    id,
    marked,
    everything,
    targets: marked.size > 0 ? [...marked] : id === null ? [] : [id],
    select: setId,
    move,
    toggleMark,
    markTo,
    markMove: (by) => {
      const from = items[index]?.id
      const to = move(by)
      setMarked(new Set([...marked, ...(from ? [from] : []), ...(to ? [to] : [])]))
    },
    markAll: (is) => {
      if (is === 'further') setEverything(true)
      else setMarked(new Set(items.map((item) => item.id)))
    },
    unmark: () => setMarked(NONE),
    selectAfter: (gone) => {
      setId(neighbourOf(items, gone))
      setMarked(NONE)
    },
  }
}

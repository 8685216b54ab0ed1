import { useState } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { quoted } from '../inbox/question.ts'
import { useNavigation } from '../kit/places.tsx'
import { useCommand } from '../kit/shortcuts.tsx'
import { changeTags, said, type Outcome } from './tag-acts.ts'
import type { TagLine } from './tag-rows.ts'

/** What is being done in place; `taken`: why it was not done. */
export type TagWorkState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'new' | 'rename' | 'move' | 'merge' | 'looks'
      readonly taken: string | null
      /** What was written when it was not done. */
      readonly written: string | null
    }

export interface TagsScreenState {
  readonly brandId: BrandId
  readonly lines: readonly TagLine[]
  readonly chosen: TagLine | null
  readonly choose: (path: string) => void
  readonly work: TagWorkState
  readonly begin: (kind: 'rename' | 'merge', written: string | null) => void
  readonly leave: () => void
  /** Ends a piece of work, or says why it could not be done; then the tag of that path is chosen. */
  readonly end: (outcome: Outcome, path: string) => void
  readonly restore: (tag: string) => void
}

const NOTHING: TagWorkState = { kind: 'none' }

export function useTagsScreen(brandId: BrandId, lines: readonly TagLine[]): TagsScreenState {
  const [path, setPath] = useState<string | null>(null)
  const [work, setWork] = useState<TagWorkState>(NOTHING)
  const chosen = lines.find((line) => line.path === path) ?? lines[0] ?? null
  const begin = (kind: Exclude<TagWorkState['kind'], 'none'>, written: string | null = null) =>
    setWork({ kind, taken: null, written })
  const choose = (next: string) => {
    setPath(next)
    setWork(NOTHING)
  }
  const leave = () => {
    setWork(NOTHING)
    if (chosen) focusLine(chosen.path)
  }
  const end = (outcome: Outcome, to: string) => {
    if (outcome.kind === 'failed') return
    if (outcome.kind === 'taken') {
      setWork((held) => (held.kind === 'none' ? held : { ...held, taken: outcome.by, written: to }))
      return
    }
    setPath(to)
    setWork(NOTHING)
    focusLine(to)
  }
  const restore = (tag: string) =>
    void changeTags('tags.restore', { brandId, tag }, () => said.restored(tag)).then((outcome) =>
      end(outcome, tag),
    )
  useTagCommands({ brandId, lines, chosen, choose, begin })
  return { brandId, lines, chosen, choose, work, begin, leave, end, restore }
}

interface TagCommands extends Pick<TagsScreenState, 'brandId' | 'lines' | 'chosen' | 'choose'> {
  readonly begin: (kind: Exclude<TagWorkState['kind'], 'none'>) => void
}

function useTagCommands({ brandId, lines, chosen, choose, begin }: TagCommands): void {
  const { go } = useNavigation()
  const move = (by: number) => () => {
    const at = lines.findIndex((line) => line.path === chosen?.path)
    const next = lines[Math.min(Math.max(at + by, 0), lines.length - 1)]
    if (!next) return
    choose(next.path)
    focusLine(next.path)
  }
  const some = chosen !== null
  useCommand('next', some ? move(1) : null)
  useCommand('previous', some ? move(-1) : null)
  useCommand('newTag', () => begin('new'))
  useCommand('renameTag', some ? () => begin('rename') : null)
  useCommand('moveTag', some ? () => begin('move') : null)
  useCommand('mergeTag', lines.length > 1 ? () => begin('merge') : null)
  useCommand('tagLooks', some ? () => begin('looks') : null)
  useCommand(
    'seeTagged',
    some ? () => go({ kind: 'inbox', view: 'everything', question: `tag:${quoted(chosen.path)}` }) : null,
  )
  useCommand(
    'retireTag',
    some
      ? () => void changeTags('tags.retire', { brandId, tag: chosen.path }, () => said.retired(chosen.path))
      : null,
  )
}

/** Once it is drawn where it is now. */
function focusLine(path: string, frames = 60): void {
  const line = document.querySelector<HTMLElement>(`[data-tag="${CSS.escape(path)}"]`)
  if (line) line.focus()
  else if (frames > 0) requestAnimationFrame(() => focusLine(path, frames - 1))
}

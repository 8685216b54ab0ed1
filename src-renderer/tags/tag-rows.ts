import type { Tag, TagColour } from '../../src-main/contract/tags.ts'
import { treeOf, type TagNode } from '../frame/tag-tree.tsx'

/** One line of the tree: a tag, or a parent that only the tree has. */
export interface TagLine {
  readonly path: string
  readonly name: string
  readonly depth: number
  readonly count: number
  readonly colour: TagColour | null
  /** Null for a parent that only the tree has. */
  readonly tag: Tag | null
}

/** The tree as lines from top to bottom. */
export function linesOf(tags: readonly Tag[]): TagLine[] {
  const byPath = new Map(tags.map((tag) => [tag.tag, tag]))
  const walk = (nodes: readonly TagNode[], depth: number): TagLine[] =>
    nodes.flatMap(({ path, name, count, colour, children }) => [
      { path, name, depth, count, colour, tag: byPath.get(path) ?? null },
      ...walk(children, depth + 1),
    ])
  return walk(treeOf(tags), 0)
}

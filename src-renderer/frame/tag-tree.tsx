import { memo, useMemo, useState } from 'react'
import type { Tag, TagColour } from '../../src-main/contract/tags.ts'
import { useFormats } from '../kit/formats.ts'
import { useNavigation, useWays, type Place } from '../kit/places.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './frame.module.css'
import { TagDot } from '../kit/tag-mark.tsx'
import { quoted } from '../inbox/question.ts'

export interface TagNode {
  readonly path: string
  readonly name: string
  readonly count: number
  /** Its own colour, or that of what it is under. */
  readonly colour: TagColour | null
  readonly children: readonly TagNode[]
}

/** The tree that `delivery`, `delivery/late` make; a parent nobody used counts 0. */
export function treeOf(
  tags: readonly (Pick<Tag, 'tag' | 'count'> & { readonly colour?: TagColour | null })[],
  parent = '',
  inherited: TagColour | null = null,
): TagNode[] {
  const prefix = parent === '' ? '' : `${parent}/`
  const below = tags.filter(({ tag }) => tag.startsWith(prefix) && tag !== parent)
  const names = [...new Set(below.map(({ tag }) => tag.slice(prefix.length).split('/')[0] ?? ''))]
  return names.map((name) => {
    const path = prefix + name
    const own = below.find(({ tag }) => tag === path)
    const colour = own?.colour ?? inherited
    return { path, name, count: own?.count ?? 0, colour, children: treeOf(below, path, colour) }
  })
}

export function TagTree({ tags }: { readonly tags: readonly Tag[] }) {
  const { place } = useNavigation()
  const tree = useMemo(() => treeOf(tags.filter(({ retiredAt }) => retiredAt === null)), [tags])
  const asked = place.kind === 'inbox' ? place.question : undefined
  return (
    <ul className={classes.group}>
      {tree.map((node) => (
        <Branch key={node.path} node={node} depth={0} asked={asked} />
      ))}
    </ul>
  )
}

interface BranchProps {
  readonly node: TagNode
  readonly depth: number
  /** The question of the place where one is. */
  readonly asked: string | undefined
}

const Branch = memo(function Branch({ node, depth, asked }: BranchProps) {
  const { t } = useText()
  const formats = useFormats()
  const { go, prepare } = useWays()
  const [open, setOpen] = useState(depth > 0)
  const place: Place = { kind: 'inbox', view: 'everything', question: `tag:${quoted(node.path)}` }
  const here = asked === place.question
  const parent = node.children.length > 0
  return (
    <li>
      <div className={classes.branch} style={{ paddingInlineStart: depth * 12 }}>
        {parent ? (
          <button
            type="button"
            className={classes.twist}
            aria-expanded={open}
            aria-label={t('frame.tagsBelow', { tag: node.path })}
            onClick={() => setOpen(!open)}
          >
            {open ? '▾' : '▸'}
          </button>
        ) : (
          <span className={classes.twist} aria-hidden />
        )}
        <button
          type="button"
          className={classes.item}
          aria-current={here ? 'true' : undefined}
          onPointerDown={() => prepare(place)}
          onClick={() => go(place)}
        >
          {node.colour !== null && <TagDot colour={node.colour} />}
          <span className={classes.label} dir="auto" title={node.path}>
            {node.name}
          </span>
          {node.count > 0 && (
            <span className={classes.count} aria-label={t('frame.mentions', { count: node.count })}>
              {formats.number(node.count)}
            </span>
          )}
        </button>
      </div>
      {open && parent && (
        <ul className={classes.group}>
          {node.children.map((child) => (
            <Branch key={child.path} node={child} depth={depth + 1} asked={asked} />
          ))}
        </ul>
      )}
    </li>
  )
})

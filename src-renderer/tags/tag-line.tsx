import type { ReactNode } from 'react'
import { useFormats } from '../kit/formats.ts'
import { runCommand } from '../kit/shortcuts.tsx'
import { TagDot } from '../kit/tag-mark.tsx'
import { useText } from '../kit/use-text.ts'
import type { TagLine } from './tag-rows.ts'
import classes from './tags.module.css'

interface TagLineProps {
  readonly line: TagLine
  readonly chosen: 'chosen' | 'other'
  readonly onChoose: () => void
  /** What is being done with it. */
  readonly children: ReactNode
}

/** One tag of the tree: what it is, what else is called so, and how many mentions carry it. */
export function TagLineItem({ line, chosen, onChoose, children }: TagLineProps) {
  const { t } = useText()
  const formats = useFormats()
  const { path, name, depth, count, colour, tag } = line
  return (
    <li>
      <button
        type="button"
        className={classes.line}
        aria-current={chosen === 'chosen' ? 'true' : undefined}
        data-tag={path}
        style={{ paddingInlineStart: 12 + depth * 20 }}
        // Enter on a line that is chosen presses it: that opens it.
        onClick={chosen === 'chosen' ? () => runCommand('seeTagged') : onChoose}
      >
        {colour === null ? <span className={classes.noDot} aria-hidden /> : <TagDot colour={colour} />}
        <span className={classes.name} dir="auto" title={path}>
          {name}
        </span>
        <span className={classes.says} dir="auto">
          {[tag?.description ?? '', (tag?.synonyms ?? []).join(', ')]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
        <span className={classes.count} aria-label={t('frame.mentions', { count })}>
          {formats.number(count)}
        </span>
      </button>
      {children}
    </li>
  )
}

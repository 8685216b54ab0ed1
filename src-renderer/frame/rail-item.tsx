import { memo } from 'react'
import { BrandMark } from '../kit/brand-mark.tsx'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './frame.module.css'

interface RailItemProps<To> {
  readonly label: string
  readonly count?: number
  /** What the number counts, for screen readers. */
  readonly counts?: 'frame.unanswered' | 'frame.mentions' | 'frame.answers' | 'secondLook.duePromises'
  readonly mark?: string
  readonly current: 'here' | 'elsewhere'
  readonly to: To
  readonly onGo: (to: To) => void
  /** It is being pressed. */
  readonly onPress?: (to: To) => void
}

function Item<To>(props: RailItemProps<To>) {
  const { label, count = 0, counts = 'frame.mentions', mark, current, to, onGo, onPress } = props
  const { t } = useText()
  const formats = useFormats()
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        aria-current={current === 'here' ? 'true' : undefined}
        onPointerDown={() => onPress?.(to)}
        onClick={() => onGo(to)}
      >
        {mark !== undefined && <BrandMark colour={mark} />}
        <span className={classes.label} dir="auto" title={label}>
          {label}
        </span>
        {count > 0 && (
          <span className={classes.count} aria-label={t(counts, { count })}>
            {formats.number(count)}
          </span>
        )}
      </button>
    </li>
  )
}

/** Drawn again only when it is another: going from one place to the next changes two of a hundred. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- memo forgets that it works for every `To`
export const RailItem = memo(Item) as typeof Item

import { BrandMark } from '../kit/brand-mark.tsx'
import { useFormats } from '../kit/formats.ts'
import classes from './frame.module.css'

interface RailItemProps {
  readonly label: string
  /** What the number counts, for screen readers. */
  readonly count?: { readonly value: number; readonly says: string } | undefined
  readonly mark?: string
  readonly current: 'here' | 'elsewhere'
  readonly onClick: () => void
}

export function RailItem({ label, count, mark, current, onClick }: RailItemProps) {
  const formats = useFormats()
  return (
    <li>
      <button
        type="button"
        className={classes.item}
        aria-current={current === 'here' ? 'true' : undefined}
        onClick={onClick}
      >
        {mark !== undefined && <BrandMark colour={mark} />}
        <span className={classes.label} dir="auto" title={label}>
          {label}
        </span>
        {count && count.value > 0 && (
          <span className={classes.count} aria-label={count.says}>
            {formats.number(count.value)}
          </span>
        )}
      </button>
    </li>
  )
}

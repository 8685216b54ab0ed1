import { CloseButton } from '@mantine/core'
import type { Chip } from '../../src-main/contract/questions.ts'
import { useText } from '../kit/use-text.ts'
import classes from './search.module.css'
import { without } from './without.ts'

interface ChipRowProps {
  readonly text: string
  readonly chips: readonly Chip[]
  readonly onChange: (text: string) => void
  /** Shows where it stands in the box. */
  readonly onFind: (start: number, end: number) => void
}

/** The question in plain words; plain words alone need no other. */
export function ChipRow({ text, chips, onChange, onFind }: ChipRowProps) {
  const { t } = useText()
  if (!chips.some(({ kind }) => kind === 'keyword' || kind === 'open' || kind === 'or')) return null
  return (
    <ul className={classes.chips} aria-label={t('search.chips')}>
      {chips.map((chip, index) =>
        chip.kind === 'or' || chip.kind === 'open' || chip.kind === 'close' ? (
          <li key={`${chip.start} ${chip.kind}`} className={classes.joint}>
            {chip.words}
          </li>
        ) : (
          <li
            key={`${chip.start} ${chip.words}`}
            className={classes.chip}
            data-negated={chip.negated || undefined}
            data-unknown={chip.note !== null || undefined}
          >
            <button
              type="button"
              className={classes.chipWords}
              title={chip.note ?? undefined}
              dir="auto"
              onClick={() => onFind(chip.start, chip.end)}
            >
              {chip.words}
              {chip.note !== null && <span className={classes.chipNote}> {chip.note}</span>}
            </button>
            <CloseButton
              size={16}
              iconSize={12}
              aria-label={t('search.withoutChip', { words: chip.words })}
              onClick={() => onChange(without(text, chips, index))}
            />
          </li>
        ),
      )}
    </ul>
  )
}

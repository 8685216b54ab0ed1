import { NativeSelect } from '@mantine/core'
import { DateOrder, type FileLook, type RatingScale } from '../../src-main/contract/imports.ts'
import { PagePart } from '../kit/page.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './imports.module.css'
import type { Said } from './said.ts'

interface DatesAndRatingsProps {
  readonly look: FileLook
  readonly onSay: (part: Said) => void
}

/** How dates and ratings are written, where the file leaves it open. */
export function DatesAndRatings({ look, onSay }: DatesAndRatingsProps) {
  const { t } = useText()
  const { dateOrder, dateOrderIsOpen, ratingScale } = look
  if (dateOrder === null && ratingScale === null) return null
  return (
    <PagePart title={t('imports.writing.title')}>
      <div className={classes.writing}>
        {dateOrder !== null && (
          <NativeSelect
            label={t('imports.dateOrder.label')}
            description={dateOrderIsOpen ? t('imports.dateOrder.open') : t('imports.dateOrder.why')}
            data-open={dateOrderIsOpen || undefined}
            value={dateOrder}
            onChange={({ currentTarget }) => {
              const chosen = DateOrder.options.find((order) => order === currentTarget.value)
              if (chosen) onSay({ dateOrder: chosen })
            }}
            data={DateOrder.options.map((order) => ({
              value: order,
              label: t(`imports.dateOrder.${order}`),
            }))}
          />
        )}
        {ratingScale !== null && <Scale scale={ratingScale} onSay={onSay} />}
      </div>
    </PagePart>
  )
}

const SCALES: readonly RatingScale[] = [
  { worst: 1, best: 5 },
  { worst: 0, best: 5 },
  { worst: 1, best: 10 },
  { worst: 0, best: 10 },
  { worst: 0, best: 100 },
  { worst: -1, best: 1 },
]
const nameOf = ({ worst, best }: RatingScale) => `${worst} ${best}`

function Scale({ scale, onSay }: { readonly scale: RatingScale; readonly onSay: (part: Said) => void }) {
  const { t } = useText()
  const scales = SCALES.some((one) => nameOf(one) === nameOf(scale)) ? SCALES : [scale, ...SCALES]
  return (
    <NativeSelect
      label={t('imports.scale.label')}
      description={t('imports.scale.why')}
      value={nameOf(scale)}
      onChange={({ currentTarget }) => {
        const chosen = scales.find((one) => nameOf(one) === currentTarget.value)
        if (chosen) onSay({ ratingScale: chosen })
      }}
      data={scales.map((one) => ({
        value: nameOf(one),
        label: t('imports.scale.span', { worst: one.worst, best: one.best }),
      }))}
    />
  )
}

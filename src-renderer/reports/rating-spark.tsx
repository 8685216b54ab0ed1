import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import type { RatingBarsProps } from './rating-bars.tsx'
import classes from './reports.module.css'

/** The same as the rating bars, small enough to stand under every tag: five columns, one star to five. */
export function RatingSpark({ rated: { rated, averageStars, stars } }: RatingBarsProps) {
  const { t } = useText()
  const { number } = useFormats()
  if (rated === 0 || averageStars === null) return null
  const most = Math.max(...stars, 1)
  const words = stars
    .map((count, index) => ({ count, stars: index + 1 }))
    .filter(({ count }) => count > 0)
    .map((row) => t('reports.starRow', row))
  return (
    <p className={classes.sparkLine}>
      <span>
        {t('reports.average', { stars: number(averageStars) })} · {t('reports.rated', { count: rated })}
      </span>
      <span className={classes.spark} role="img" aria-label={words.join('; ')} title={words.join('\n')}>
        {stars.map((count, index) => (
          <span
            key={index}
            style={{ height: `${Math.max(6, (100 * count) / most)}%` }}
            data-some={count > 0}
          />
        ))}
      </span>
    </p>
  )
}

import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './reports.module.css'

export interface RatingBarsProps {
  readonly rated: {
    readonly rated: number
    readonly averageStars: number | null
    readonly stars: readonly number[]
  }
}

/** The average, and how many gave five stars, four, … one. Each bar has its number beside it. */
export function RatingBars({ rated: { rated, averageStars, stars } }: RatingBarsProps) {
  const { t } = useText()
  const { number } = useFormats()
  if (rated === 0 || averageStars === null) return <p className={classes.quiet}>{t('reports.noRatings')}</p>
  const most = Math.max(...stars, 1)
  const fromFive = stars.map((count, index) => ({ count, stars: index + 1 })).toReversed()
  return (
    <div className={classes.ratings}>
      <p className={classes.ratingsSay}>
        {t('reports.average', { stars: number(averageStars) })} · {t('reports.rated', { count: rated })}
      </p>
      <ul>
        {fromFive.map((row) => (
          <li key={row.stars} aria-label={t('reports.starRow', { stars: row.stars, count: row.count })}>
            <span className={classes.starName} aria-hidden>
              {row.stars} ★
            </span>
            <span className={classes.starBar} aria-hidden>
              <span style={{ width: `${(100 * row.count) / most}%` }} />
            </span>
            <span className={classes.starCount} aria-hidden>
              {number(row.count)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

import type { Rating } from '../../src-main/contract/mentions.ts'
import classes from './kit.module.css'
import { useText } from './use-text.ts'

/** A rating on any scale as stars of five: 1 + 4 × its share of the scale. */
export function starsOf({ value, worst, best }: Rating): number {
  if (best === worst) return value
  const stars = 1 + (4 * (value - worst)) / (best - worst)
  return Math.min(5, Math.max(1, Math.round(stars * 10) / 10))
}

export function Stars({ stars }: { readonly stars: number }) {
  const { t } = useText()
  const full = Math.round(stars)
  return (
    <span className={classes.stars} role="img" aria-label={t('kit.stars', { count: stars })}>
      {'★'.repeat(full)}
      <span className={classes.starsOff}>{'★'.repeat(5 - full)}</span>
    </span>
  )
}

import { Anchor } from '@mantine/core'
import type { TagReport } from '../../src-main/contract/reports.ts'
import { askToOpen } from '../kit/confirm-link.tsx'
import { useFormats } from '../kit/formats.ts'
import { Stars } from '../kit/stars.tsx'
import { useText } from '../kit/use-text.ts'
import { RatingSpark } from './rating-spark.tsx'
import classes from './reports.module.css'

interface TagPartProps {
  readonly tag: TagReport['tags'][number]
  readonly timezone: string
}

/** One tag: its numbers in a line, its ratings, and how people said it. */
export function TagPart({ tag, timezone }: TagPartProps) {
  const { t } = useText()
  const { number } = useFormats()
  const facts = [
    `${number(tag.mentions)} ${t('reports.totals.mentions', { count: tag.mentions })}`,
    `${number(tag.people)} ${t('reports.totals.people', { count: tag.people })}`,
    `${number(tag.answered)} ${t('reports.totals.answered', { count: tag.answered })}`,
    `${number(tag.unanswered)} ${t('reports.totals.unanswered', { count: tag.unanswered })}`,
  ]
  return (
    <section className={classes.tag}>
      <h4 dir="auto">{tag.tag}</h4>
      <p className={classes.quiet}>{facts.join(' · ')}</p>
      {tag.rated > 0 && <RatingSpark rated={tag} />}
      {tag.quotes.length > 0 && (
        <ul className={classes.quotes} aria-label={t('reports.quotes')}>
          {tag.quotes.map((quote, index) => (
            // A report is made once and its quotes never move: their place tells them apart.
            <QuoteItem key={index} quote={quote} timezone={timezone} />
          ))}
        </ul>
      )}
    </section>
  )
}

interface QuoteItemProps {
  readonly quote: TagReport['tags'][number]['quotes'][number]
  readonly timezone: string
}

function QuoteItem({ quote, timezone }: QuoteItemProps) {
  const { t } = useText()
  const { day } = useFormats(timezone)
  const { url } = quote
  return (
    <li>
      <blockquote dir="auto">{quote.text}</blockquote>
      <p className={classes.quoteFacts}>
        {quote.stars !== null && <Stars stars={quote.stars} />}
        <bdi>{quote.author}</bdi>
        <bdi>{quote.place}</bdi>
        <span>{day(quote.at)}</span>
        {url !== null && (
          <Anchor
            component="button"
            type="button"
            inherit
            c="inherit"
            underline="always"
            onClick={() => askToOpen(url)}
          >
            {t('reports.openQuote')}
          </Anchor>
        )}
      </p>
    </li>
  )
}

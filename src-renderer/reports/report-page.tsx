import { useComputedColorScheme } from '@mantine/core'
import type { TagReport } from '../../src-main/contract/reports.ts'
import { BrandName } from '../kit/brand-mark.tsx'
import { useFormats } from '../kit/formats.ts'
import { brandVariables } from '../kit/theme.ts'
import { useText } from '../kit/use-text.ts'
import { Coverage } from './coverage.tsx'
import { DaysChart } from './days-chart.tsx'
import { RatingBars } from './rating-bars.tsx'
import classes from './reports.module.css'
import { TagPart } from './tag-part.tsx'
import { TagTable } from './tag-table.tsx'

/** The report as it will be read: totals, days, each tag with its quotes, and what it all rests on. */
export function ReportPage({ report }: { readonly report: TagReport }) {
  const { t } = useText()
  const { day, exact } = useFormats(report.timezone)
  const { totals } = report
  const scheme = useComputedColorScheme('light')
  return (
    <article
      className={classes.paper}
      style={brandVariables(report.brandColour, scheme)}
      aria-labelledby="report-title"
    >
      <header className={classes.paperHead}>
        <h2 id="report-title">
          <BrandName name={report.brandName} colour={report.brandColour} />
        </h2>
        <p className={classes.when}>{t('reports.about', { from: day(report.from), to: day(report.to) })}</p>
        {report.where !== null && (
          <p className={classes.when} dir="auto">
            {t('reports.onlyWhat', { question: report.where })}
          </p>
        )}
        <p className={classes.madeAt}>{t('reports.madeAt', { at: exact(report.madeAt) })}</p>
      </header>
      <p className={classes.totalsOf}>
        {report.where === null
          ? t('reports.totalsOf', { name: report.brandName })
          : t('reports.totalsOfAsked')}
      </p>
      <Totals totals={totals} />
      <section>
        <h3>{t('reports.days')}</h3>
        <DaysChart days={report.days} />
      </section>
      {totals.rated > 0 && (
        <section>
          <h3>{t('reports.ratings')}</h3>
          <RatingBars rated={totals} />
        </section>
      )}
      <section>
        <h3>{t('reports.byTag')}</h3>
        {report.tags.length === 0 && <p className={classes.quiet}>{t('reports.noTags')}</p>}
        {report.tags.length > 1 && <TagTable tags={report.tags} />}
        {report.tags.map((tag) => (
          <TagPart key={tag.tag} tag={tag} timezone={report.timezone} />
        ))}
      </section>
      <Coverage coverage={report.coverage} timezone={report.timezone} />
    </article>
  )
}

function Totals({ totals }: { readonly totals: TagReport['totals'] }) {
  const { t } = useText()
  const { number } = useFormats()
  const figures = [
    { value: totals.mentions, words: t('reports.totals.mentions', { count: totals.mentions }) },
    { value: totals.people, words: t('reports.totals.people', { count: totals.people }) },
    { value: totals.answered, words: t('reports.totals.answered', { count: totals.answered }) },
    { value: totals.unanswered, words: t('reports.totals.unanswered', { count: totals.unanswered }) },
    ...(totals.averageStars === null
      ? []
      : [{ value: totals.averageStars, words: t('reports.totals.stars') }]),
  ]
  return (
    <>
      <dl className={classes.totals}>
        {figures.map(({ value, words }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      {totals.untagged > 0 && (
        <p className={classes.quiet}>{t('reports.totals.untagged', { count: totals.untagged })}</p>
      )}
    </>
  )
}

import type { TagReport } from '../../src-main/contract/reports.ts'
import { GapWords } from '../kit/gap-words.tsx'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './reports.module.css'

interface CoverageProps {
  readonly coverage: TagReport['coverage']
  readonly timezone: string
}

type Covered = TagReport['coverage'][number]

/** A gap that lasts is what the failing already says. */
function gapsBeside({ gaps, failingSince }: Covered): Covered['gaps'] {
  return failingSince === null ? gaps : gaps.filter(({ until }) => until !== null)
}

/** What the numbers rest on, source by source, with what may be missing. */
export function Coverage({ coverage, timezone }: CoverageProps) {
  const { t } = useText()
  const { exact, number } = useFormats(timezone)
  if (coverage.length === 0) return null
  const gathered = ({ mentions, lastSuccessAt, failingSince }: Covered) => {
    const shown = number(mentions)
    if (lastSuccessAt !== null) return t('reports.coverageFine', { shown, at: exact(lastSuccessAt) })
    // What was brought in from a file, or written by hand, is never gathered.
    return mentions > 0 && failingSince === null
      ? t('reports.coverageBrought', { shown })
      : t('reports.coverageNever')
  }
  return (
    <section className={classes.coverage}>
      <h3>{t('reports.coverage')}</h3>
      <p className={classes.quiet}>{t('reports.coverageWhy')}</p>
      <ul>
        {coverage.map((source) => (
          <li key={source.title}>
            <strong dir="auto">{source.title}</strong>
            <span>
              {gathered(source)}{' '}
              {source.failingSince !== null && (
                <span className={classes.missing}>
                  {t('reports.coverageFailing', { at: exact(source.failingSince) })}
                </span>
              )}
              {gapsBeside(source).map((gap) => (
                <span key={gap.since} className={classes.missing}>
                  {' '}
                  <GapWords gap={gap} timezone={timezone} />
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

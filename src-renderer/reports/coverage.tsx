import type { TagReport } from '../../src-main/contract/reports.ts'
import { GapWords } from '../kit/gap-words.tsx'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './reports.module.css'

interface CoverageProps {
  readonly coverage: TagReport['coverage']
  readonly timezone: string
}

/** What the numbers rest on, source by source, with what may be missing. */
export function Coverage({ coverage, timezone }: CoverageProps) {
  const { t } = useText()
  const { exact, number } = useFormats(timezone)
  if (coverage.length === 0) return null
  return (
    <section className={classes.coverage}>
      <h3>{t('reports.coverage')}</h3>
      <p className={classes.quiet}>{t('reports.coverageWhy')}</p>
      <ul>
        {coverage.map((source) => (
          <li key={source.title}>
            <strong dir="auto">{source.title}</strong>
            <span>
              {source.lastSuccessAt === null
                ? t('reports.coverageNever')
                : t('reports.coverageFine', {
                    shown: number(source.mentions),
                    at: exact(source.lastSuccessAt),
                  })}{' '}
              {source.failingSince !== null && (
                <span className={classes.missing}>
                  {t('reports.coverageFailing', { at: exact(source.failingSince) })}
                </span>
              )}
              {source.gaps.map((gap) => (
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

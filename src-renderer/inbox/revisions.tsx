import type { MentionWhole } from '../../src-main/contract/mentions.ts'
import { RelativeTime } from '../kit/relative-time.tsx'
import { Stars, starsOf } from '../kit/stars.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'

/** What the mention said before its author changed it, folded. */
export function Revisions({
  history,
  timezone,
}: {
  readonly history: MentionWhole['history']
  readonly timezone: string | null
}) {
  const { t } = useText()
  if (history.length === 0) return null
  return (
    <details className={classes.fold}>
      <summary>{t('inbox.revisions', { count: history.length })}</summary>
      <ol className={classes.entries}>
        {history.map((revision) => (
          <li key={revision.replacedAt} className={classes.entry}>
            <p className={classes.entryHead}>
              {t('inbox.until')} <RelativeTime at={revision.replacedAt} timezone={timezone} />
              {revision.rating && <Stars stars={starsOf(revision.rating)} />}
            </p>
            {revision.title !== '' && <strong dir="auto">{revision.title}</strong>}
            <p className={classes.entryWords} dir="auto">
              {revision.text}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

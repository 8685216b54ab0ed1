import { useDebouncedValue } from '@mantine/hooks'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useCall } from '../engine/use-call.ts'
import { authorName } from '../inbox/mention-row.tsx'
import { ErrorNote } from '../kit/error-note.tsx'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './rules.module.css'

const DAYS = 90
const SHOWN = 5
const ASK_AFTER_MS = 200

/** What the question would have matched lately, before it does anything. */
export function RuleTry({ brandId, where }: { readonly brandId: BrandId; readonly where: string }) {
  const { t } = useText()
  const formats = useFormats()
  const [asked] = useDebouncedValue(where.trim(), ASK_AFTER_MS)
  const input = asked === '' ? null : { brandId, where: asked, days: DAYS, limit: SHOWN }
  const tried = useCall('rules.try', input, 'keep')
  if (asked === '') return <p className={classes.tryNote}>{t('rules.tryFirst')}</p>
  // What is not understood is explained at its word, above.
  if (tried.kind === 'failed' && tried.failure.kind === 'bad-question') return null
  if (tried.kind === 'failed') return <ErrorNote failure={tried.failure} />
  if (tried.kind === 'loading') return <p className={classes.tryNote} />
  const { count, items } = tried.value
  return (
    <div className={classes.try} role="status">
      <p className={classes.tryCount}>
        {t('rules.wouldHave', { count, shown: formats.number(count), days: DAYS })}
      </p>
      <ul>
        {items.map((mention) => (
          <li key={mention.id}>
            <span className={classes.tryWho} dir="auto">
              {authorName(mention)}
            </span>
            <span className={classes.tryWords} dir="auto">
              {mention.title === '' ? mention.text : mention.title}
            </span>
            <span className={classes.count}>{formats.day(mention.at)}</span>
          </li>
        ))}
      </ul>
      {count > items.length && (
        <p className={classes.tryNote}>{t('rules.andMore', { count: count - items.length })}</p>
      )}
    </div>
  )
}

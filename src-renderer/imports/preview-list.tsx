import type { RowPreview } from '../../src-main/contract/imports.ts'
import { DetailWords } from '../inbox/detail-words.tsx'
import { useFormats } from '../kit/formats.ts'
import { Stars, starsOf } from '../kit/stars.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './imports.module.css'

interface PreviewListProps {
  readonly rows: readonly RowPreview[]
  readonly timezone: string | null
}

/** The first rows as the mentions they will be. */
export function PreviewList({ rows, timezone }: PreviewListProps) {
  return (
    <ol className={classes.preview}>
      {rows.map((row) => (
        <Preview key={row.row} row={row} timezone={timezone} />
      ))}
    </ol>
  )
}

function Preview({ row, timezone }: { readonly row: RowPreview; readonly timezone: string | null }) {
  const { t } = useText()
  const { exact, number } = useFormats(timezone)
  const { author, title, text, rating, publishedAt, url, reply } = row
  const name = author === null ? '' : author.name || (author.handle ?? '')
  return (
    <li>
      <p className={classes.previewHead}>
        <span className={classes.previewRow}>{t('imports.row', { row: number(row.row) })}</span>
        {name !== '' && <bdi className={classes.previewAuthor}>{name}</bdi>}
        {rating && <Stars stars={starsOf(rating)} />}
        <span className={classes.quiet}>
          {publishedAt === null ? t('imports.preview.noDate') : exact(publishedAt)}
        </span>
      </p>
      <p className={classes.previewWords} dir="auto">
        {title !== '' && <strong>{title} </strong>}
        {text}
      </p>
      {reply !== null && (
        <p className={classes.previewReply} dir="auto">
          {t('imports.preview.reply')} {reply}
        </p>
      )}
      <p className={classes.quiet}>
        <DetailWords details={row.details} />
        {url !== null && <bdi className={classes.previewUrl}>{url}</bdi>}
      </p>
    </li>
  )
}

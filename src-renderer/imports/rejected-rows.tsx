import type { Output } from '../engine/call.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './imports.module.css'
import { useWhyRejected } from './why-rejected.ts'

type Rejected = Output<'import.file'>['rejected']

interface RejectedRowsProps {
  readonly rows: Rejected
  /** How many are not listed. */
  readonly more: number
}

/** Rows that cannot be mentions, each with its number and why. */
export function RejectedRows({ rows, more }: RejectedRowsProps) {
  const { t } = useText()
  const { number } = useFormats()
  const why = useWhyRejected()
  return (
    <div className={classes.rejected} tabIndex={0} role="region" aria-label={t('imports.rejected.list')}>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <th scope="row">{t('imports.row', { row: number(row.row) })}</th>
              <td>{why(row.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className={classes.quiet}>{t('imports.rejected.more', { count: more })}</p>}
    </div>
  )
}

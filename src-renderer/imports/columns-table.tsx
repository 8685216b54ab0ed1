import { NativeSelect } from '@mantine/core'
import { ColumnMeaning, type FileLook } from '../../src-main/contract/imports.ts'
import { useText } from '../kit/use-text.ts'
import classes from './imports.module.css'

type Column = FileLook['columns'][number]

interface ColumnsTableProps {
  readonly look: FileLook
  /** Of which nobody knew at first what they mean: they stand apart, and nothing jumps when one is chosen. */
  readonly unknown: readonly string[]
  readonly onChange: (columns: Record<string, ColumnMeaning>) => void
}

/** Each column with what stands in it, and what it means. */
export function ColumnsTable({ look, unknown, onChange }: ColumnsTableProps) {
  const { t } = useText()
  const known = look.columns.filter(({ name }) => !unknown.includes(name))
  const others = look.columns.filter(({ name }) => unknown.includes(name))
  const saysSomething = look.columns.some(({ meaning }) => meaning === 'text' || meaning === 'title')
  return (
    <>
      {!saysSomething && (
        <p className={classes.question} role="status">
          {t('imports.columns.noText')}
        </p>
      )}
      {known.length > 0 && <Rows columns={known} onChange={onChange} />}
      {others.length > 0 &&
        (known.length === 0 ? (
          <Rows columns={others} onChange={onChange} />
        ) : (
          <details className={classes.fold}>
            <summary>{t('imports.columns.others', { count: others.length })}</summary>
            <Rows columns={others} onChange={onChange} />
          </details>
        ))}
    </>
  )
}

interface RowsProps {
  readonly columns: readonly Column[]
  readonly onChange: ColumnsTableProps['onChange']
}

function Rows({ columns, onChange }: RowsProps) {
  const { t } = useText()
  return (
    <table className={classes.columns}>
      <thead>
        <tr>
          <th scope="col">{t('imports.columns.name')}</th>
          <th scope="col">{t('imports.columns.samples')}</th>
          <th scope="col">{t('imports.columns.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <ColumnRow key={column.name} column={column} onChange={onChange} />
        ))}
      </tbody>
    </table>
  )
}

const MEANINGS = ['ignore', ...ColumnMeaning.options.filter((meaning) => meaning !== 'ignore')] as const

function ColumnRow({
  column,
  onChange,
}: {
  readonly column: Column
  readonly onChange: RowsProps['onChange']
}) {
  const { t } = useText()
  const meaning = column.meaning ?? 'ignore'
  const change = (chosen: string) => {
    const known = ColumnMeaning.options.find((option) => option === chosen)
    if (known) onChange({ [column.name]: known })
  }
  return (
    <tr data-left-out={meaning === 'ignore' || undefined}>
      <th scope="row" dir="auto">
        {column.name}
      </th>
      <td>
        <span className={classes.samples} dir="auto">
          {column.samples.join(' · ')}
        </span>
      </td>
      <td>
        <NativeSelect
          aria-label={t('imports.columns.meaningOf', { column: column.name })}
          value={meaning}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          data={MEANINGS.map((option) => ({ value: option, label: t(`imports.meaning.${option}`) }))}
        />
      </td>
    </tr>
  )
}

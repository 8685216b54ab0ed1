import { Table } from '@mantine/core'
import type { TagReport } from '../../src-main/contract/reports.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './reports.module.css'

type Days = TagReport['days']

const WIDTH = 720
const HEIGHT = 96

/** A bar a day, with one sentence that says the same and a table with every number. */
export function DaysChart({ days }: { readonly days: Days }) {
  const { t } = useText()
  // These days are the calendar's own: in UTC they stay what they are.
  const { day, number } = useFormats('UTC')
  const most = days.reduce<Days[number] | null>(
    (top, one) => (top === null || one.mentions > top.mentions ? one : top),
    null,
  )
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last || !most) return null
  const words = t('reports.daysSay', {
    count: days.length,
    total: number(days.reduce((sum, one) => sum + one.mentions, 0)),
    day: day(most.day),
    most: number(most.mentions),
  })
  return (
    <figure className={classes.chart}>
      <Bars days={days} most={most.mentions} />
      <div className={classes.chartEnds} aria-hidden>
        <span>{day(first.day)}</span>
        <span>{day(last.day)}</span>
      </div>
      <figcaption>{words}</figcaption>
      <details>
        <summary>{t('reports.dayTable')}</summary>
        <DaysTable days={days} />
      </details>
    </figure>
  )
}

interface BarsProps {
  readonly days: Days
  readonly most: number
}

function Bars({ days, most }: BarsProps) {
  const { day, number } = useFormats('UTC')
  const step = WIDTH / days.length
  const gap = Math.min(4, step * 0.25)
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden focusable="false">
      {days.map((one, index) => {
        const height = most === 0 ? 0 : (one.mentions / most) * (HEIGHT - 4)
        return (
          <g key={one.day}>
            <title>{`${day(one.day)}: ${number(one.mentions)}`}</title>
            <rect className={classes.barRoom} x={index * step} y={0} width={step} height={HEIGHT} />
            <rect
              className={classes.bar}
              x={index * step + gap / 2}
              y={HEIGHT - height}
              width={step - gap}
              height={height}
            />
          </g>
        )
      })}
    </svg>
  )
}

function DaysTable({ days }: { readonly days: Days }) {
  const { t } = useText()
  const { day, number } = useFormats('UTC')
  return (
    <Table className={classes.dayTable} fz="sm" verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('reports.day')}</Table.Th>
          <Table.Th ta="end">{t('reports.count')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days.map((one) => (
          <Table.Tr key={one.day}>
            <Table.Td>{day(one.day)}</Table.Td>
            <Table.Td ta="end">{number(one.mentions)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

import { Table } from '@mantine/core'
import type { TagReport } from '../../src-main/contract/reports.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import classes from './reports.module.css'

/** Every tag in one look, before the pages on each. */
export function TagTable({ tags }: { readonly tags: TagReport['tags'] }) {
  const { t } = useText()
  const { number } = useFormats()
  return (
    <Table className={classes.tagTable} fz="sm" verticalSpacing={4} aria-label={t('reports.tagTable')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('reports.tag')}</Table.Th>
          <Table.Th ta="end">{t('reports.columns.mentions')}</Table.Th>
          <Table.Th ta="end" className={classes.people ?? ''}>
            {t('reports.columns.people')}
          </Table.Th>
          <Table.Th ta="end">{t('reports.columns.unanswered')}</Table.Th>
          <Table.Th ta="end">{t('reports.columns.average')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tags.map((tag) => (
          <Table.Tr key={tag.tag}>
            <Table.Th scope="row" fw={400} dir="auto">
              {tag.tag}
            </Table.Th>
            <Table.Td ta="end">{number(tag.mentions)}</Table.Td>
            <Table.Td ta="end" className={classes.people ?? ''}>
              {number(tag.people)}
            </Table.Td>
            <Table.Td ta="end">{number(tag.unanswered)}</Table.Td>
            <Table.Td ta="end">{tag.averageStars === null ? '–' : `${number(tag.averageStars)} ★`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

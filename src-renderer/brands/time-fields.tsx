import { Select, Stack, TextInput } from '@mantine/core'
import type { Brand } from '../../src-main/contract/brands.ts'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import type { BrandChanges } from './brand-draft.ts'

interface TimeFieldsProps {
  readonly shown: Brand
  readonly change: (part: BrandChanges) => void
}

/** The brand's clock, and the day its answers begin. */
export function TimeFields({ shown, change }: TimeFieldsProps) {
  const { t } = useText()
  const { isoDay } = useFormats(shown.timezone)
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', shown.timezone])]
  const since = shown.answersFrom
  return (
    <Stack gap="md">
      <Select
        label={t('brandForm.timezone')}
        description={t('brandForm.timezoneWhy')}
        value={shown.timezone}
        onChange={(timezone) => timezone !== null && change({ timezone })}
        data={zones}
        searchable
        limit={60}
      />
      <TextInput
        type="date"
        label={t('brandForm.answersFrom')}
        description={t('brandForm.answersFromWhy')}
        value={since === null ? '' : since.length > 10 ? isoDay(since) : since}
        onChange={({ currentTarget }) =>
          change({ answersFrom: currentTarget.value === '' ? null : currentTarget.value })
        }
        styles={{ wrapper: { maxWidth: 200 } }}
      />
    </Stack>
  )
}

import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useFormats } from '../kit/formats.ts'
import { useText } from '../kit/use-text.ts'
import { actWords } from './acts.ts'
import type { Inbox } from './use-inbox.ts'

/** Before an act on everything a view holds: how many, of which brand, and what is left alone. */
export function ConfirmBulk({ inbox }: { readonly inbox: Pick<Inbox, 'asking' | 'answer'> }) {
  const { t } = useText()
  const formats = useFormats()
  const { asking, answer } = inbox
  if (asking === null) return null
  const { act, count, brand } = asking
  const number = count === null ? '' : formats.number(count)
  return (
    <Modal
      opened
      onClose={() => answer('leave')}
      title={actWords(t, formats, act)}
      closeButtonProps={{ 'aria-label': t('kit.action.close') }}
    >
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {brand === null
            ? t('inbox.bulk.ofAll', { count: count ?? 2, number })
            : t('inbox.bulk.ofBrand', { count: count ?? 2, number, brand })}
        </Text>
        <Text size="sm">{t('inbox.bulk.left')}</Text>
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={() => answer('leave')}>
            {t('kit.action.cancel')}
          </Button>
          <Button data-autofocus onClick={() => answer('do')}>
            {t('inbox.bulk.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

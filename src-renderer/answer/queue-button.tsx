import { Button } from '@mantine/core'
import { CommandKeys } from '../kit/key-names.tsx'
import { useText } from '../kit/use-text.ts'
import type { Answering } from './use-answering.ts'

/** Puts the answer into the outbox. */
export function QueueButton({ answering: { state, queue } }: { readonly answering: Answering }) {
  const { t } = useText()
  return (
    <Button
      loading={state === 'sending'}
      disabled={state !== 'ready' && state !== 'sending'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => queue()}
      rightSection={<CommandKeys id="queue" />}
    >
      {t('answer.queue')}
    </Button>
  )
}

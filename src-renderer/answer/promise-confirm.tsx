import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { noPromise, PromiseRow } from './promise-row.tsx'
import type { Answering } from './use-answering.ts'

/** The key that writes down a promise of this answer. */
export function usePromiseCommand({ promising }: Answering) {
  const [begun, setBegun] = useState<'asked-now' | 'before'>('before')
  const now = () => {
    setBegun('asked-now')
    promising.change(promising.draft ?? noPromise)
  }
  useCommand('promise', now)
  return { begun, now }
}

interface PromiseConfirmProps {
  readonly answering: Answering
  readonly begun: 'asked-now' | 'before'
}

/** What the answer promises, with its day. */
export function PromiseConfirm({ answering: { promising }, begun }: PromiseConfirmProps) {
  if (!promising.draft) return null
  return <PromiseRow draft={promising.draft} onChange={promising.change} begun={begun} />
}

interface AddPromiseProps {
  readonly answering: Answering
  readonly onBegin: () => void
}

export function AddPromise({ answering: { promising }, onBegin }: AddPromiseProps) {
  const { t } = useText()
  if (promising.draft) return null
  return (
    <Button
      variant="subtle"
      color="gray"
      fw={400}
      size="compact-sm"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onBegin}
    >
      {t('answer.addPromise')}
    </Button>
  )
}

import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useState } from 'react'
import type { Mention } from '../../src-main/contract/mentions.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { CommandTip } from '../kit/key-names.tsx'
import { useText } from '../kit/use-text.ts'

export interface WaitMenuProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  /** The one that is read, or null where several are marked. */
  readonly mention: Mention | null
  readonly onWait: (what: string) => void
}

/** For whom or what it waits, in a line of the user's own. */
export function WaitMenu({ opened, onChange, mention, onWait }: WaitMenuProps) {
  const { t } = useText()
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <span>
          <CommandTip id="wait">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('kit.command.wait')}
              onClick={() => onChange(!opened)}
            >
              <IconHourglass size={16} />
            </ActionIcon>
          </CommandTip>
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('kit.command.wait')}>
        {opened && (
          <WaitForm
            mention={mention}
            onWait={(what) => {
              onChange(false)
              onWait(what)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function WaitForm({ mention, onWait }: Pick<WaitMenuProps, 'mention' | 'onWait'>) {
  const { t } = useText()
  const asked = mention?.status === 'pending' ? { mentionId: mention.id } : null
  const known = valueOf(useCall('waits.list', asked))?.items[0]?.what ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onWait((typed ?? known).trim())
      }}
    >
      <TextInput
        autoFocus
        data-autofocus
        label={t('inbox.waits.asks')}
        placeholder={t('inbox.waits.example')}
        maxLength={300}
        dir="auto"
        value={typed ?? known}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" mt="sm">
        {t('inbox.waits.leave')}
      </Button>
    </form>
  )
}

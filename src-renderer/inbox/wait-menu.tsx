import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useState } from 'react'
import { CommandTip } from '../kit/key-names.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'

interface WaitMenuProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  readonly onWait: (waitsFor: string) => void
}

/** Leaves a mention pending, and says for whom or what. */
export function WaitMenu({ opened, onChange, onWait }: WaitMenuProps) {
  const { t } = useText()
  const [words, setWords] = useState('')
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" width={320} trapFocus returnFocus>
      <CommandTip id="wait">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('kit.command.wait')}
            onClick={() => onChange(!opened)}
          >
            <IconHourglass size={16} />
          </ActionIcon>
        </Popover.Target>
      </CommandTip>
      <Popover.Dropdown aria-label={t('kit.command.wait')} p="xs">
        <form
          className={classes.moment}
          onSubmit={(event) => {
            event.preventDefault()
            onChange(false)
            setWords('')
            onWait(words.trim())
          }}
        >
          <TextInput
            label={t('inbox.wait.label')}
            placeholder={t('inbox.wait.example')}
            value={words}
            maxLength={200}
            flex={1}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('inbox.wait.leave')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

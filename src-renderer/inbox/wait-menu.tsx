import { Button, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CommandKeys } from '../kit/key-names.tsx'
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
    <Popover opened={opened} onChange={onChange} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          fw={400}
          rightSection={<CommandKeys id="wait" />}
          onClick={() => onChange(!opened)}
        >
          {t('kit.command.wait')}
        </Button>
      </Popover.Target>
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

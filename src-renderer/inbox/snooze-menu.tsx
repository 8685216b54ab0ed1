import { Button, Divider, Popover, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useFormats } from '../kit/formats.ts'
import { Keys } from '../kit/key-names.tsx'
import { useMenuKeys } from '../kit/use-menu-keys.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { morningOf, snoozeTimes } from './snooze-times.ts'

interface SnoozeMenuProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  readonly snoozed: string | null
  readonly onSnooze: (until: string | null) => void
}

export function SnoozeMenu({ opened, onChange, snoozed, onSnooze }: SnoozeMenuProps) {
  const { t } = useText()
  const formats = useFormats()
  const times = snoozeTimes(new Date(useNow()))
  const choose = (until: string | null) => {
    onChange(false)
    onSnooze(until)
  }
  useMenuKeys(opened ? 'open' : 'closed', (pressed) => {
    const chosen = times[Number(pressed) - 1]
    if (chosen) choose(chosen.until)
    return chosen !== undefined
  })
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          fw={400}
          rightSection={<Keys keys="s" />}
          onClick={() => onChange(!opened)}
        >
          {t('kit.command.snooze')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t('kit.command.snooze')}>
        {times.map(({ preset, until }, index) => (
          <Choice key={preset} keys={String(index + 1)} onClick={() => choose(until)}>
            {t(`inbox.snooze.${preset}`)}
            <span className={classes.quiet}>{formats.soon(until)}</span>
          </Choice>
        ))}
        {snoozed !== null && <Choice onClick={() => choose(null)}>{t('inbox.snooze.wake')}</Choice>}
        <Divider my={4} />
        <ChosenDay onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  )
}

interface ChoiceProps {
  readonly keys?: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function Choice({ keys, onClick, children }: ChoiceProps) {
  return (
    <button type="button" className={classes.choice} onClick={onClick}>
      <span className={classes.choiceWords}>{children}</span>
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  )
}

function ChosenDay({ onChoose }: { readonly onChoose: (until: string) => void }) {
  const { t } = useText()
  const [day, setDay] = useState('')
  const until = morningOf(day, new Date(useNow()))
  return (
    <form
      style={{ display: 'flex', gap: 8, alignItems: 'flex-end', padding: 8 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (until !== null) onChoose(until)
      }}
    >
      <TextInput
        type="date"
        label={t('inbox.snooze.day')}
        style={{ flex: 1 }}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={until === null}>
        {t('kit.command.snooze')}
      </Button>
    </form>
  )
}

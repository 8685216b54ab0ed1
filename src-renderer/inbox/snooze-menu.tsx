import { Button, Menu, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFormats } from '../kit/formats.ts'
import { Keys } from '../kit/key-names.tsx'
import { useMenuKeys } from '../kit/use-menu-keys.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
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
    <Menu opened={opened} onChange={onChange} position="bottom-start" width={300}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" fw={400} rightSection={<Keys keys="s" />}>
          {t('kit.command.snooze')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {times.map(({ preset, until }, index) => (
          <Menu.Item
            key={preset}
            rightSection={<Keys keys={String(index + 1)} />}
            onClick={() => choose(until)}
          >
            {t(`inbox.snooze.${preset}`)}
            <span style={{ color: 'var(--mantine-color-dimmed)' }}> · {formats.soon(until)}</span>
          </Menu.Item>
        ))}
        {snoozed !== null && <Menu.Item onClick={() => choose(null)}>{t('inbox.snooze.wake')}</Menu.Item>}
        <Menu.Divider />
        <ChosenDay onChoose={choose} />
      </Menu.Dropdown>
    </Menu>
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
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      />
      <Button type="submit" variant="default" disabled={until === null}>
        {t('kit.command.snooze')}
      </Button>
    </form>
  )
}

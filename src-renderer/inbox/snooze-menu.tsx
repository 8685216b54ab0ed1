import { Button, Divider, Popover } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { BrandId } from '../../src-main/contract/ids.ts'
import { useFormats } from '../kit/formats.ts'
import { CommandKeys, Keys } from '../kit/key-names.tsx'
import { useMenuKeys } from '../kit/use-menu-keys.ts'
import { useNow } from '../kit/use-now.ts'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import { focusMoment, MomentField } from './moment-field.tsx'
import { snoozeTimes } from './snooze-times.ts'

interface SnoozeMenuProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  /** Whose clock it is. */
  readonly brandId: BrandId | null
  readonly snoozed: string | null
  readonly onSnooze: (until: string | null) => void
}

export function SnoozeMenu({ opened, onChange, brandId, snoozed, onSnooze }: SnoozeMenuProps) {
  const { t } = useText()
  const formats = useFormats()
  const times = snoozeTimes(new Date(useNow()))
  const [words, setWords] = useState('')
  const choose = (until: string | null) => {
    onChange(false)
    setWords('')
    onSnooze(until)
  }
  useMenuKeys(opened ? 'open' : 'closed', (pressed) => {
    const chosen = times[Number(pressed) - 1]
    if (chosen) choose(chosen.until)
    else if (isLetter(pressed)) {
      // Whoever begins to write goes on in the field.
      flushSync(() => setWords(pressed))
      focusMoment()
    }
    return chosen !== undefined || isLetter(pressed)
  })
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          fw={400}
          rightSection={<CommandKeys id="snooze" />}
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
        <div style={{ padding: 8 }}>
          <MomentField brandId={brandId} words={words} onWords={setWords} onChoose={choose} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

const isLetter = (key: string) => /^\p{L}$/u.test(key)

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

import { Button } from '@mantine/core'
import { Fragment, useState } from 'react'
import type { Settings } from '../../src-main/contract/settings.ts'
import { type Command, commandGroups, type CommandId } from '../kit/commands.ts'
import { commandWords, Keys, useKeyName } from '../kit/key-names.tsx'
import { takenBy, useCommands, withKeys, withOwnKeys } from '../kit/keymap.ts'
import { useText } from '../kit/use-text.ts'
import classes from './keyboard.module.css'
import { useKeysPressed } from './use-keys-pressed.ts'

interface KeyboardPartProps {
  readonly keys: Settings['keys']
  readonly onChange: (keys: Settings['keys']) => void
}

/** Every command with its keys, each to be changed by pressing others. */
export function KeyboardPart({ keys, onChange }: KeyboardPartProps) {
  const { t } = useText()
  const commands = withOwnKeys(keys)
  const set = (id: CommandId, chosen: readonly string[] | 'usual') =>
    onChange(mutable(withKeys(keys, id, chosen)))
  const isOwn = Object.keys(keys).length > 0
  return (
    <div className={classes.part}>
      <p className={classes.about}>{t('keys.about')}</p>
      {isOwn && (
        <Button variant="default" size="compact-sm" onClick={() => onChange({})}>
          {t('keys.allUsual')}
        </Button>
      )}
      {commandGroups.map((group) => (
        <section key={group} className={classes.group}>
          <h3>{t(`kit.group.${group}`)}</h3>
          {commands
            .filter((command) => command.group === group)
            .map((command) => (
              <Row
                key={command.id}
                command={command}
                isOwn={keys[command.id] !== undefined}
                onChange={(chosen) => set(command.id, chosen)}
              />
            ))}
        </section>
      ))}
    </div>
  )
}

function mutable(keys: Readonly<Record<string, readonly string[]>>): Settings['keys'] {
  return Object.fromEntries(Object.entries(keys).map(([id, list]) => [id, [...list]]))
}

interface RowProps {
  readonly command: Command
  readonly isOwn: boolean
  readonly onChange: (keys: readonly string[] | 'usual') => void
}

function Row({ command, isOwn, onChange }: RowProps) {
  const { t } = useText()
  const [state, setState] = useState<'shown' | 'asked'>('shown')
  const words = t(commandWords(command.id))
  return (
    <div className={classes.row}>
      <span>{words}</span>
      {state === 'asked' ? (
        <Asked
          id={command.id}
          onKeys={(keys) => {
            onChange(keys)
            setState('shown')
          }}
          onCancel={() => setState('shown')}
        />
      ) : (
        <span className={classes.keys}>
          {command.keys.length === 0 && <span className={classes.none}>{t('keys.none')}</span>}
          {command.keys.map((key, index) => (
            <Fragment key={key}>
              {index > 0 && t('kit.sheet.or')}
              <Keys keys={key} />
            </Fragment>
          ))}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={`${t('keys.change')}: ${words}`}
            onClick={() => setState('asked')}
          >
            {t('keys.change')}
          </Button>
          {isOwn && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              aria-label={`${t('keys.usual')}: ${words}`}
              onClick={() => onChange('usual')}
            >
              {t('keys.usual')}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}

interface AskedProps {
  readonly id: CommandId
  readonly onKeys: (keys: readonly string[]) => void
  readonly onCancel: () => void
}

/** Waits for the new keys, and says so where they are taken. */
function Asked({ id, onKeys, onCancel }: AskedProps) {
  const { t } = useText()
  const keyName = useKeyName()
  const commands = useCommands()
  const [taken, setTaken] = useState<{ keys: string; by: CommandId } | null>(null)
  const { heard } = useKeysPressed({
    onKeys: (keys) => {
      const by = takenBy(commands, id, keys)
      if (by === null) onKeys([keys])
      else setTaken({ keys, by })
    },
    onNone: () => onKeys([]),
    onCancel,
  })
  return (
    <span className={classes.asked} role="status">
      <span>{heard === null ? t('keys.press') : keyName(heard)}</span>
      <span className={classes.none}>
        {taken
          ? t('keys.taken', {
              keys: taken.keys.split(' ').map(keyName).join(' '),
              command: t(commandWords(taken.by)),
            })
          : t('keys.pressWhy')}
      </span>
    </span>
  )
}

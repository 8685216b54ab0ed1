import { ActionIcon } from '@mantine/core'
import { IconExternalLink, IconMail, IconMailOpened, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { askToOpen } from '../kit/confirm-link.tsx'
import type { CommandId } from '../kit/commands.ts'
import { commandWords, CommandTip } from '../kit/key-names.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './inbox.module.css'
import type { OpenMenu } from './panes.ts'
import { ResolveMenu } from './resolve-menu.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'
import { TagPicker } from './tag-picker.tsx'
import { WaitMenu } from './wait-menu.tsx'
import type { Inbox } from './use-inbox.ts'

interface ActsBarProps {
  readonly inbox: Inbox
  readonly menu: OpenMenu
  readonly onMenu: (menu: OpenMenu) => void
  readonly onPerson: () => void
  /** The way back to the list, where only one pane fits. */
  readonly back: ReactNode
}

/** What can be done with the mention that is read, or with all that are marked. */
export function ActsBar({ inbox, menu, onMenu, onPerson, back }: ActsBarProps) {
  const { t } = useText()
  const { current, selection, act } = inbox
  const shows = (which: OpenMenu) => ({
    opened: menu === which,
    onChange: (opened: boolean) => onMenu(opened ? which : 'none'),
  })
  const brandId = current?.brandId ?? inbox.items.find(({ id }) => selection.marked.has(id))?.brandId ?? null
  return (
    <div className={classes.acts} role="toolbar" aria-label={t('inbox.acts')}>
      {back}
      {selection.marked.size > 0 && (
        <span className={classes.actsMany}>
          {t('inbox.marked', { count: (selection.everything ? inbox.count : null) ?? selection.marked.size })}
        </span>
      )}
      <ResolveMenu
        {...shows('resolve')}
        status={current?.status ?? 'open'}
        onResolve={(reason) => void act({ kind: 'status', to: 'resolved', reason })}
        onReopen={() => void act({ kind: 'status', to: 'open' })}
      />
      <SnoozeMenu
        {...shows('snooze')}
        brandId={brandId}
        snoozed={current?.snoozedUntil ?? null}
        onSnooze={(until) => void act({ kind: 'snooze', until })}
      />
      <TagPicker
        {...shows('tag')}
        brandId={brandId}
        mentionId={selection.marked.size > 0 ? null : (current?.id ?? null)}
        worn={selection.marked.size > 0 ? [] : (current?.tags ?? [])}
        onTag={(tag) => void act({ kind: 'tag', tag })}
      />
      <span className={classes.actsEnd}>
        <WaitMenu
          {...shows('wait')}
          onWait={(waitsFor) => void act({ kind: 'status', to: 'pending', waitsFor })}
        />
        <IconAct id="unread" onClick={() => runCommand('unread')}>
          {current?.status === 'new' ? <IconMailOpened size={16} /> : <IconMail size={16} />}
        </IconAct>
        {current?.url && (
          <IconAct id="openPlace" onClick={() => current.url !== null && askToOpen(current.url)}>
            <IconExternalLink size={16} />
          </IconAct>
        )}
        {current?.personId && (
          <IconAct id="person" onClick={onPerson}>
            <IconUser size={16} />
          </IconAct>
        )}
      </span>
    </div>
  )
}

interface IconActProps {
  readonly id: CommandId
  readonly onClick: () => void
  readonly children: ReactNode
}

function IconAct({ id, onClick, children }: IconActProps) {
  const { t } = useText()
  return (
    <CommandTip id={id}>
      <ActionIcon variant="subtle" color="gray" aria-label={t(commandWords(id))} onClick={onClick}>
        {children}
      </ActionIcon>
    </CommandTip>
  )
}

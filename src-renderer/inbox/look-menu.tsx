import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconLayoutList } from '@tabler/icons-react'
import { memo } from 'react'
import { CommandKeys } from '../kit/key-names.tsx'
import { useText } from '../kit/use-text.ts'
import type { Inbox } from './use-inbox.ts'

type Looks = Pick<Inbox, 'density' | 'setDensity' | 'group' | 'setGroup'>

/** How close the rows stand, and whether each is a mention or a conversation. */
export const LookMenu = memo(function LookMenu({ density, setDensity, group, setGroup }: Looks) {
  const { t } = useText()
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={240}>
      <Menu.Target>
        <Tooltip label={t('inbox.looks')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('inbox.looks')}>
            <IconLayoutList size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={density === 'compact'}
          leftSection={<Check on={density === 'compact'} />}
          rightSection={<CommandKeys id="density" />}
          onClick={() => setDensity(density === 'compact' ? 'comfortable' : 'compact')}
        >
          {t('inbox.compact')}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={group === 'conversation'}
          leftSection={<Check on={group === 'conversation'} />}
          rightSection={<CommandKeys id="groupList" />}
          onClick={() => setGroup(group === 'conversation' ? 'none' : 'conversation')}
        >
          {t('inbox.group.title')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
})

function Check({ on }: { readonly on: boolean }) {
  return <IconCheck size={14} style={{ visibility: on ? 'visible' : 'hidden' }} />
}

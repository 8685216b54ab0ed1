import { Button, Menu } from '@mantine/core'
import type { Reason, Status } from '../../src-main/contract/mentions.ts'
import { CommandKeys, Keys } from '../kit/key-names.tsx'
import { useMenuKeys } from '../kit/use-menu-keys.ts'
import { useText } from '../kit/use-text.ts'

interface ResolveMenuProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  readonly status: Status
  readonly onResolve: (reason: Reason) => void
  readonly onReopen: () => void
}

/** `e e` is the most usual one. */
const REASONS: readonly { readonly reason: Reason; readonly key: string }[] = [
  { reason: 'no-reply-needed', key: 'e' },
  { reason: 'answered', key: 'a' },
  { reason: 'not-about-us', key: 'n' },
  { reason: 'spam', key: 's' },
  { reason: 'duplicate', key: 'd' },
  { reason: 'before-our-time', key: 'b' },
]

export function ResolveMenu({ opened, onChange, status, onResolve, onReopen }: ResolveMenuProps) {
  const { t } = useText()
  useMenuKeys(opened ? 'open' : 'closed', (pressed) => {
    const chosen = REASONS.find(({ key }) => key === pressed)
    if (!chosen) return false
    onChange(false)
    onResolve(chosen.reason)
    return true
  })
  if (status === 'resolved')
    return (
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onReopen}>
        {t('kit.command.reopen')}
      </Button>
    )
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      opened={opened}
      onChange={onChange}
      position="bottom-start"
      width={280}
    >
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          fw={400}
          rightSection={<CommandKeys id="resolve" />}
        >
          {t('kit.command.resolve')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('inbox.resolveAs')}</Menu.Label>
        {REASONS.map(({ reason, key }) => (
          <Menu.Item key={reason} rightSection={<Keys keys={key} />} onClick={() => onResolve(reason)}>
            {t(`inbox.reason.${reason}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

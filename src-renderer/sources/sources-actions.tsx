import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { CommandKeys, CommandTip } from '../kit/key-names.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import { useGatherStatus } from './gather-status.ts'
import { useGathering } from './gathering.ts'

interface SourcesActionsProps {
  /** Null for the sample, which is never gathered. */
  readonly onGather: (() => void) | null
  readonly onAdd: () => void
  readonly onExport: () => void
}

/** Everything that brings mentions in, and the list of places out. */
export function SourcesActions({ onGather, onAdd, onExport }: SourcesActionsProps) {
  const { t } = useText()
  const isOffline = useGatherStatus()?.offline != null
  const gathers = useGathering().kind === 'running'
  return (
    <>
      {onGather && (
        <CommandTip id="gather">
          <Button variant="default" onClick={onGather} disabled={gathers || isOffline}>
            {t('sources.gather')}
          </Button>
        </CommandTip>
      )}
      <CommandTip id="addSource">
        <Button onClick={onAdd}>{t('sources.add')}</Button>
      </CommandTip>
      <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={300}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('sources.moreWays')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => runCommand('importFile')} rightSection={<CommandKeys id="importFile" />}>
            {t('kit.command.importFile')}
          </Menu.Item>
          <Menu.Item onClick={() => runCommand('addMention')} rightSection={<CommandKeys id="addMention" />}>
            {t('kit.command.addMention')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={onExport}>{t('kit.command.exportSources')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

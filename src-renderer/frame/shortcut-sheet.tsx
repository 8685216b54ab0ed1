import { Modal } from '@mantine/core'
import { Fragment } from 'react'
import { commandGroups, isViewCommand, type CommandGroup } from '../kit/commands.ts'
import { useCommands } from '../kit/keymap.ts'
import { commandWords, Keys } from '../kit/key-names.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './frame.module.css'

export function ShortcutSheet({
  opened,
  onClose,
}: {
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { t } = useText()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('kit.sheet.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('kit.action.close') }}
    >
      <div className={classes.sheet}>
        {commandGroups.map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </Modal>
  )
}

function Group({ group }: { readonly group: CommandGroup }) {
  const { t } = useText()
  const ofGroup = useCommands().filter(
    (command) => command.group === group && (!isViewCommand(command.id) || command.id === 'view1'),
  )
  return (
    <section className={classes.sheetGroup}>
      <h3>{t(`kit.group.${group}`)}</h3>
      {ofGroup.map(({ id, keys }) => (
        <div key={id} className={classes.sheetRow}>
          <span>{id === 'view1' ? t('views.byDigit') : t(commandWords(id))}</span>
          <span className={classes.sheetKeys}>
            {keys.map((key, index) => (
              <Fragment key={key}>
                {index > 0 && t('kit.sheet.or')}
                <Keys keys={key} />
              </Fragment>
            ))}
          </span>
        </div>
      ))}
    </section>
  )
}

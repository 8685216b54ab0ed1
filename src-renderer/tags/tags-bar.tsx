import { Button } from '@mantine/core'
import { type CommandId } from '../kit/commands.ts'
import { CommandKeys, commandWords } from '../kit/key-names.tsx'
import { runCommand } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './tags.module.css'
import type { TagsScreenState } from './use-tags-screen.ts'

const WORKS: readonly CommandId[] = ['seeTagged', 'renameTag', 'moveTag', 'mergeTag', 'tagLooks', 'retireTag']

/** What can be done with the tag that is chosen, each with its key. */
export function TagsBar({ screen }: { readonly screen: TagsScreenState }) {
  const { t } = useText()
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('tags.works')}>
      {WORKS.map((id) => (
        <Button
          key={id}
          size="compact-sm"
          variant="subtle"
          color="gray"
          fw={400}
          disabled={screen.chosen === null}
          rightSection={<CommandKeys id={id} />}
          onClick={() => runCommand(id)}
        >
          {t(commandWords(id))}
        </Button>
      ))}
    </div>
  )
}

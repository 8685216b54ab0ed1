import { Button } from '@mantine/core'
import { type CommandId } from '../kit/commands.ts'
import { CommandKeys, commandWords } from '../kit/key-names.tsx'
import { runCommand, useOffers } from '../kit/shortcuts.tsx'
import { useText } from '../kit/use-text.ts'
import classes from './rules.module.css'
import type { RulesScreenState } from './use-rules-screen.ts'

const WORKS: readonly CommandId[] = [
  'editRule',
  'switchRule',
  'ruleUp',
  'ruleDown',
  'runRule',
  'undoRule',
  'removeRule',
]

/** What can be done with the rule that is chosen, each with its key. */
export function RulesBar({ screen }: { readonly screen: RulesScreenState }) {
  const { t } = useText()
  const offers = useOffers()
  return (
    <div
      className={classes.bar}
      role="toolbar"
      aria-label={t('rules.works', { name: screen.chosen?.name ?? '' })}
    >
      {WORKS.map((id) => (
        <Button
          key={id}
          size="compact-sm"
          variant="subtle"
          color="gray"
          fw={400}
          disabled={!offers.has(id)}
          rightSection={<CommandKeys id={id} />}
          onClick={() => runCommand(id)}
        >
          {t(commandWords(id))}
        </Button>
      ))}
    </div>
  )
}

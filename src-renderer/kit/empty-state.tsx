import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CommandId } from './commands.ts'
import { CommandKeys } from './key-names.tsx'
import classes from './kit.module.css'

export interface NextStep {
  readonly label: string
  /** Whose keys are shown beside it. */
  readonly command?: CommandId
  readonly run: () => void
}

/** A pane with nothing in it: a sentence, the next step, its shortcut. */
export function EmptyState({ sentence, next, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <p className={classes.emptySentence}>{sentence}</p>
      {children}
      {next && (
        <div className={classes.emptyNext}>
          <Button
            variant="default"
            size="sm"
            onClick={next.run}
            rightSection={next.command && <CommandKeys id={next.command} />}
          >
            {next.label}
          </Button>
        </div>
      )}
    </div>
  )
}

interface EmptyStateProps {
  readonly sentence: string
  readonly next?: NextStep | undefined
  readonly children?: ReactNode
}

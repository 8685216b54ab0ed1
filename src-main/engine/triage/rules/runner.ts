import type { EngineEvent } from '../../../contract/events.ts'
import type { EngineContext } from '../../context.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { hasDue } from './due-store.ts'
import { runDue } from './run-due.ts'

/** Shows the rules what is new, one brand after the other, whoever brought it. */
export interface RuleRunner {
  /** Looks whether anything is due in some brands; answered when nothing is. */
  readonly settle: (files: readonly BrandFile[]) => Promise<void>
  /** The gatherer brought something: its rules follow. */
  readonly hear: (event: EngineEvent) => void
  readonly close: () => Promise<void>
}

export function startRules(context: Pick<EngineContext, 'host' | 'stores' | 'turn' | 'tell'>): RuleRunner {
  let running: Promise<void> = Promise.resolve()
  let isOpen = true
  const settle = (files: readonly BrandFile[]) => {
    running = running.then(async () => {
      for (const file of files) if (isOpen && file.db.open && hasDue(file.db)) await runSafely(context, file)
    })
    return running
  }
  return {
    settle,
    hear: (event) => {
      if (event.kind !== 'gathered' || event.added === 0 || !isOpen) return
      void settle(context.stores.openBrands().files.filter(({ brandId }) => brandId === event.brandId))
    },
    close: () => {
      isOpen = false
      return running
    },
  }
}

/** What goes wrong in one brand is logged and tried again with the next mention; it never stops the others. */
async function runSafely(
  context: Pick<EngineContext, 'host' | 'stores' | 'turn' | 'tell'>,
  file: BrandFile,
): Promise<void> {
  try {
    await runDue(context, file)
  } catch (error) {
    if (file.db.open) context.host.log(`the rules of ${file.brandId} could not run: ${String(error)}`)
  }
}

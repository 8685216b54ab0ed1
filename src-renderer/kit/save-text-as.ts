import i18next from 'i18next'
import { CallFailed } from '../../src-main/contract/failure.ts'
import { showDone, showFailure } from './toast.tsx'

/** Asks where, saves a text there, and says where it is. */
export async function saveTextAs(suggestedName: string, text: string): Promise<void> {
  const saved = await window.shell.saveText(suggestedName, text)
  switch (saved.kind) {
    case 'cancelled':
      return
    case 'saved':
      showDone(i18next.t('kit.saved', { path: saved.path }))
      return
    case 'failed':
      showFailure(new CallFailed(saved.failure))
  }
}

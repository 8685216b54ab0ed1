import i18next from 'i18next'
import type { Source } from '../../src-main/contract/sources.ts'
import { call, type Input } from '../engine/call.ts'
import { showDoneIn } from '../kit/done-with-undo.ts'
import { showDone, showFailure } from '../kit/toast.tsx'

export type SourceChanges = Omit<Input<'sources.set'>, 'sourceId'>

/** Changes a source and says so, with the undo; a failure is shown as well. */
export async function changeSource(
  source: Source,
  changes: SourceChanges,
  message: string,
): Promise<'done' | 'failed'> {
  try {
    await call('sources.set', { sourceId: source.sourceId, ...changes })
  } catch (thrown) {
    showFailure(thrown)
    return 'failed'
  }
  await showDoneIn(source.brandId, message)
  return 'done'
}

async function setAndSay(source: Source, changes: SourceChanges, message: string): Promise<void> {
  await changeSource(source, changes, message)
}

export function pauseSource(source: Source): Promise<void> {
  return setAndSay(source, { paused: true }, i18next.t('sources.paused', { title: source.title }))
}

export function resumeSource(source: Source): Promise<void> {
  return setAndSay(source, { paused: false }, i18next.t('sources.resumed', { title: source.title }))
}

export function renameSource(source: Source, title: string): Promise<void> {
  return setAndSay(source, { title }, i18next.t('sources.renamed', { title }))
}

export function bringEverything(source: Source): Promise<void> {
  const message = i18next.t('sources.bringsAll', { title: source.title })
  return setAndSay(source, { brings: 'everything' }, message)
}

export function bringWhatNames(source: Source, name: string): Promise<void> {
  const message = i18next.t('sources.bringsNaming', { title: source.title, name })
  return setAndSay(source, { brings: 'what-names-us' }, message)
}

export async function removeSource(source: Source): Promise<void> {
  try {
    await call('sources.remove', { sourceId: source.sourceId })
    await showDoneIn(source.brandId, i18next.t('sources.removed', { title: source.title }))
  } catch (thrown) {
    showFailure(thrown)
  }
}

export async function copySourceAddress(source: Source): Promise<void> {
  await window.shell.copyText(source.url)
  showDone(i18next.t('sources.copied'))
}

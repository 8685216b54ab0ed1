import type { TFunction } from 'i18next'
import type { Failure } from '../../src-main/contract/failure.ts'

/** A failure in the user's language: what happened, and what to do now. */
export function failureWords(
  t: TFunction,
  failure: Failure,
): { readonly what: string; readonly todo: string } {
  const facts = {
    host: t('kit.fact.host'),
    status: t('kit.fact.status'),
    seconds: t('kit.fact.seconds'),
    ...failure.facts,
  }
  return {
    what: t(`failure.${failure.kind}.what`, { ...facts, defaultValue: failure.message }),
    todo: t(`failure.${failure.kind}.todo`, { ...facts, defaultValue: failure.hint }),
  }
}

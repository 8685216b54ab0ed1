import i18next, { type TFunction } from 'i18next'
import { useSyncExternalStore } from 'react'
import type { Language } from './i18n.ts'

/** The words of the screen in one language: `t('inbox.empty.unread')`. */
export interface Text {
  readonly t: TFunction
  readonly language: Language
}

/** The same for as long as the language is: every row of a list asks for it, and must be cheap. */
const made = new Map<Language, Text>()

/** In the language the user reads now. */
export function useText(): Text {
  return useSyncExternalStore(subscribe, currentText)
}

function currentText(): Text {
  const language: Language = i18next.language === 'es' ? 'es' : 'en'
  const known = made.get(language)
  if (known) return known
  const text = { t: i18next.getFixedT(language), language }
  made.set(language, text)
  return text
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener)
  return () => i18next.off('languageChanged', listener)
}

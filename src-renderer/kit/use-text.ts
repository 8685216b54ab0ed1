import { useTranslation } from 'react-i18next'
import type { Language } from './i18n.ts'

/** The words of the screen: `t('inbox.empty.unread')`. */
export function useText() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'es' ? 'es' : 'en'
  return { t, language }
}

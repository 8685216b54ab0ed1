import { useText } from '../kit/use-text.ts'

/** How often a source may be asked, in minutes, to choose from. */
export const ASK_STEPS = [15, 30, 60, 180, 360, 720, 1440] as const

/** "Every 3 hours". */
export function useStepWords(): (minutes: number) => string {
  const { t } = useText()
  return (minutes) => {
    if (minutes === 1440) return t('settings.everyDay')
    return minutes % 60 === 0
      ? t('settings.everyHours', { count: minutes / 60 })
      : t('settings.everyMinutes', { count: minutes })
  }
}

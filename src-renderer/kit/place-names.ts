import { useText } from './use-text.ts'

/** What the engine calls the source of everything written by hand, until the user calls it otherwise. */
const BY_HAND = 'By hand'

/** A source's title, in the user's language where the program gave it. */
export function usePlaceName(): (title: string) => string {
  const { t } = useText()
  return (title) => (title === BY_HAND ? t('byHand.source') : title)
}

/** Where somebody speaks: a host, or the file they were brought in by. */
export function useHostName(): (host: string) => string {
  const { t } = useText()
  return (host) => (host.startsWith('by-hand:') ? t('byHand.source') : host.replace(/^file:/, ''))
}

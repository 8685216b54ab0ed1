import { useText } from '../kit/use-text.ts'

/** The engine's sentences on a row, and what each is in the user's language; one that is not here is shown as it is. */
const KNOWN = [
  { says: /^its date “(.*)” cannot be read$/s, key: 'date' },
  { says: /^nothing is said in it/, key: 'nothing' },
  { says: /^this line is not JSON$/, key: 'notJson' },
  { says: /^it is no mail/, key: 'noMail' },
] as const

export function useWhyRejected(): (message: string) => string {
  const { t } = useText()
  return (message) => {
    const known = KNOWN.find(({ says }) => says.test(message))
    if (!known) return message
    return t(`imports.rejected.because.${known.key}`, { value: known.says.exec(message)?.[1] ?? '' })
  }
}

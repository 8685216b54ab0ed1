import { fold } from './sentences.ts'

const APOLOGY =
  /(?<!\p{L})(?:perdon|perdona(?:d|nos|me)?|perdone[ns]?|disculp\w*|lo siento|lo sentimos|sentimos|siento (?:mucho|que|lo|no)|lamento|lamentamos|sorry|apolog\w+|forgive|desculp\w*|lamento|sinto muito|sentimos muito|pedimos desculpas?)(?!\p{L})/u

/** Whether words of ours say sorry, in Spanish, English or Portuguese. */
export function apologises(text: string): boolean {
  return APOLOGY.test(fold(text))
}

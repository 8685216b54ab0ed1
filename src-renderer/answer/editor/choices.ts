/** Something that can be put in place of a stretch of the draft, or done about it. */
export interface Choice {
  readonly key: string
  readonly label: string
  /** Beside it, quieter. */
  readonly hint: string
  readonly run: () => void
}

/** What is offered at a place in the draft, while the field keeps the focus. */
export interface Choices {
  readonly kind: 'spelling' | 'emoji'
  /** Where in the draft it is offered, and for what words. */
  readonly start: number
  readonly word: string
  readonly items: readonly Choice[]
}

export type ChoiceKey = 'next' | 'previous' | 'take' | 'close'

/** What a key means while choices are offered; null leaves it to the field. */
export function choiceKey(key: string): ChoiceKey | null {
  switch (key) {
    case 'ArrowDown':
      return 'next'
    case 'ArrowUp':
      return 'previous'
    case 'Enter':
    case 'Tab':
      return 'take'
    case 'Escape':
      return 'close'
    default:
      return null
  }
}

export function step(active: number, count: number, way: 'next' | 'previous'): number {
  return count === 0 ? 0 : (active + (way === 'next' ? 1 : count - 1)) % count
}

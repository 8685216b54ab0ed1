import type { Felt } from './feeling.ts'

/** A feeling as a brand's file keeps it. */
export interface StoredFeeling {
  /** -3 (strongly negative) to 3. */
  readonly feeling: number
  /** Percent. */
  readonly confidence: number
}

export function storedFeeling({
  likely,
  strength,
  confidence,
}: Pick<Felt, 'likely' | 'strength' | 'confidence'>): StoredFeeling {
  return {
    feeling: likely === 'negative' ? -strength : likely === 'positive' ? strength : 0,
    confidence: Math.round(confidence * 100),
  }
}

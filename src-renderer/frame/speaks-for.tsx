import { createContext, useContext, useEffect } from 'react'
import type { BrandId } from '../../src-main/contract/ids.ts'

/** Tells the frame which brand is read and answered now, so that its colour is around the window in All brands too. */
export const SpeaksForContext = createContext<(brandId: BrandId | null) => void>(() => undefined)

export function useSpeaksFor(brandId: BrandId | null): void {
  const tell = useContext(SpeaksForContext)
  useEffect(() => {
    tell(brandId)
    return () => tell(null)
  }, [tell, brandId])
}

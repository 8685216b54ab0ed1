import type { BrandId } from '../../src-main/contract/ids.ts'
import { useNavigation } from '../kit/places.tsx'

/** A brand without a source has nothing to read: its sources come next, whatever else `onDone` shows of it. */
export function useToItsSources(onDone: (brandId: BrandId) => void): (brandId: BrandId) => void {
  const { go } = useNavigation()
  return (brandId) => {
    onDone(brandId)
    go({ kind: 'sources' }, brandId)
  }
}

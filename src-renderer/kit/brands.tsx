import { createContext, useContext } from 'react'
import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'

/** The brands of this install, loaded once by the app and shared with every screen. */
export const BrandsContext = createContext<readonly Brand[]>([])

export function useBrands(): readonly Brand[] {
  return useContext(BrandsContext)
}

export function useBrand(brandId: BrandId | null): Brand | null {
  return useContext(BrandsContext).find((brand) => brand.brandId === brandId) ?? null
}

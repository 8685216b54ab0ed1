import type { Brand } from '../../src-main/contract/brands.ts'
import type { BrandId } from '../../src-main/contract/ids.ts'
import type { Layout } from '../frame/layout.tsx'
import type { Order } from './pages.ts'
import type { ListQuestion } from './watch-pages.ts'

type Remembered = Layout['remembered']
/** By match is no order for long: there have to be words. */
type OrderKept = Exclude<Order, 'best'>

/** As the layout remembers them. */
export const ORDERS: readonly OrderKept[] = ['newest', 'oldest', 'care']

export function rememberedOrder(remembered: Remembered, view: string): OrderKept {
  return ORDERS[remembered(`order.${view}`) ?? 0] ?? 'newest'
}

export function rememberedGroup(remembered: Remembered): ListQuestion['group'] {
  return remembered('list.group') === 1 ? 'conversation' : 'none'
}

/** In the layout's numbers: 3 is `b3`, 0 is all brands. */
export const scopeNumber = (scope: BrandId | null) => Number(scope?.slice(1) ?? 0)

/** The brand one looked at last, or the only one there is; null is all brands. */
export function rememberedScope(remembered: Remembered, brands: readonly Brand[]): BrandId | null {
  const last = remembered('scope')
  const only = brands.length === 1 ? brands[0] : undefined
  return (only ?? brands.find(({ brandId }) => scopeNumber(brandId) === last))?.brandId ?? null
}

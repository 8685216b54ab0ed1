import { makeLongWork } from '../kit/long-work.ts'

/** Bringing in a file of mentions goes on when another screen is looked at. */
export const importing = makeLongWork('import.file', 'import')

export const addingList = makeLongWork('sources.addMany', 'import')
export const makingBrands = makeLongWork('brands.fromOpml', 'import')

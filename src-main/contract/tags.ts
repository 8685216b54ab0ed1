import { z } from 'zod'
import { BrandId } from './ids.ts'
import { read } from './method.ts'

export const Tag = z.object({ tag: z.string(), uid: z.uuid(), brandId: BrandId, count: z.number().int() })
export type Tag = z.output<typeof Tag>

export const tags = {
  'tags.list': read(
    'Lists a brand’s tags in tree order, with how many mentions carry each.',
    z.object({ brandId: BrandId }),
    z.object({ items: z.array(Tag) }),
  ),
}

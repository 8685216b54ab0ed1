import type { BrandId } from '../../src-main/contract/ids.ts'
import { useCall, valueOf } from '../engine/use-call.ts'
import { colourOf, TagDot } from '../kit/tag-mark.tsx'

/** A tag as a mention carries it, with its colour. */
export function TagName({ brandId, tag }: { readonly brandId: BrandId; readonly tag: string }) {
  const tags = valueOf(useCall('tags.list', { brandId }))?.items ?? []
  const colour = colourOf(tags, tag)
  return (
    <>
      {colour !== null && <TagDot colour={colour} />}
      <span dir="auto">{tag}</span>
    </>
  )
}

import { findBrandRow } from '../brand/store.ts'
import { recogniseOurVoice } from '../gather/save/our-voice-store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'

/** What a connected account writes is our voice wherever it is gathered. In the caller's transaction. */
export function addOwnHandle(file: BrandFile, handle: string | null): void {
  if (handle === null) return
  const list: unknown = JSON.parse(findBrandRow(file).handles)
  const handles = Array.isArray(list) ? list.filter((one) => typeof one === 'string') : []
  if (handles.some((one) => one.toLowerCase() === handle.toLowerCase())) return
  prepared<[string]>(file.db, 'UPDATE brand SET handles = ?').run(JSON.stringify([...handles, handle]))
  recogniseOurVoice(file)
}

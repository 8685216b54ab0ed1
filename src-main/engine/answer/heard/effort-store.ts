import type { Effort } from '../../../contract/people.ts'
import type { BrandFile } from '../../store/brand-file.ts'
import { listMatter } from '../people/store.ts'
import { effortOf } from './matter.ts'

/**
 * What it cost a person to be heard, up to one mention of theirs: whoever says how often somebody had to ask says this. Of a
 * mention that nobody is named for, nothing.
 */
export function effortUpTo(file: BrandFile, person: number | null, mention: number): Effort {
  return effortOf(person === null ? [] : listMatter(file, person, mention))
}

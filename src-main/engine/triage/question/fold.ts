import { fold } from '../../../contract/fold.ts'

export { fold }

/** A tag's path folded, part by part; two paths with the same key are one tag. */
export function tagKey(path: string): string {
  return fold(tagPath(path))
}

/** A tag's path as it is written: no spaces around its slashes, single ones inside. */
export function tagPath(path: string): string {
  return path
    .split('/')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .join('/')
}

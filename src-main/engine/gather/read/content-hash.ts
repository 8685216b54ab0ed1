import { hash } from 'node:crypto'
import type { Rating } from '../../../contract/mentions.ts'

/** 48 bits of what an edit changes: title, text and rating. */
export function contentHash(title: string, text: string, rating: Rating | null): number {
  const stars = rating === null ? '' : `${rating.value}/${rating.worst}/${rating.best}`
  return Number.parseInt(hash('sha256', [title, text, stars].join('\u0000'), 'hex').slice(0, 12), 16)
}

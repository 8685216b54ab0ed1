import type { Limit } from '../channel.ts'

/** Made when it is first needed: it costs every start 15 ms. */
let segmenter: Intl.Segmenter | null = null

export function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return [...segmenter.segment(text)].length
}

export function countBytes(text: string): number {
  return Buffer.byteLength(text, 'utf8')
}

export const graphemes = (most: number): Limit => ({ unit: 'graphemes', most, count: countGraphemes })
export const bytes = (most: number): Limit => ({ unit: 'bytes', most, count: countBytes })
/** Code points: what most places mean by characters. */
export const characters = (most: number): Limit => ({
  unit: 'characters',
  most,
  count: (text) => Array.from(text).length,
})

/** An address in a text, as the networks recognise one: with its scheme. */
export const LINK = /\bhttps?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?…]/gi

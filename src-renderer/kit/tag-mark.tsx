import type { Tag, TagColour } from '../../src-main/contract/tags.ts'
import classes from './kit.module.css'

/** What a tag's colour looks like: on paper, and on charcoal. */
const LOOKS: Readonly<Record<TagColour, readonly [light: string, dark: string]>> = {
  clay: ['#a8553c', '#d98f78'],
  ochre: ['#a8782a', '#d9b063'],
  olive: ['#77792f', '#b9bb6b'],
  moss: ['#4d7a45', '#8cbb83'],
  teal: ['#2f7d73', '#6fbdb2'],
  sea: ['#2f7391', '#6fb3d1'],
  sky: ['#4467ab', '#8fabe4'],
  violet: ['#6d59a6', '#ab9be0'],
  plum: ['#8c4a86', '#cb8fc5'],
  rose: ['#a94d69', '#e08fa9'],
  stone: ['#77716a', '#aaa399'],
}

export function tagLook(colour: TagColour): string {
  const [light, dark] = LOOKS[colour]
  return `light-dark(${light}, ${dark})`
}

/** The dot in a tag's colour; its name is said beside it. */
export function TagDot({ colour }: { readonly colour: TagColour }) {
  return <span className={classes.tagDot} style={{ backgroundColor: tagLook(colour) }} aria-hidden />
}

/** The colour a tag wears: its own, or that of the nearest above it; null where none has one. */
export function colourOf(tags: readonly Pick<Tag, 'tag' | 'colour'>[], path: string): TagColour | null {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const colour = tags.find(({ tag }) => tag === path.slice(0, end))?.colour
    if (colour) return colour
  }
  return null
}

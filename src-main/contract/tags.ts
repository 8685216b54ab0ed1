import { z } from 'zod'
import { TagPath } from './acts.ts'
import { ActId, BrandId, Instant, MentionId } from './ids.ts'
import { read, write } from './method.ts'

/** Quiet colours that a tag may wear; what they look like is the window's business. */
export const TagColour = z.enum([
  'clay',
  'ochre',
  'olive',
  'moss',
  'teal',
  'sea',
  'sky',
  'violet',
  'plum',
  'rose',
  'stone',
])
export type TagColour = z.output<typeof TagColour>

export const Tag = z.object({
  tag: z.string(),
  uid: z.uuid(),
  brandId: BrandId,
  /** Mentions that carry the tag itself. */
  count: z.number().int(),
  /** Its own; null: that of what it is under. */
  colour: TagColour.nullable(),
  description: z.string(),
  /** Other words that find it when they are typed. */
  synonyms: z.array(z.string()),
  /** Paths it had, or of what was merged into it: whoever names them means it. */
  formerly: z.array(z.string()),
  /** Since when it is no longer offered; null while it is. */
  retiredAt: Instant.nullable(),
})
export type Tag = z.output<typeof Tag>

/** Why a tag is suggested: of so many tagged mentions with a word, so many carry it. */
export const SuggestedTag = z.object({
  tag: z.string(),
  /** 0 to 1. */
  likelihood: z.number().min(0).max(1),
  because: z.array(z.object({ word: z.string(), carry: z.number().int(), of: z.number().int() })),
})
export type SuggestedTag = z.output<typeof SuggestedTag>

const ofBrand = { brandId: BrandId, tag: TagPath }
const Looks = {
  colour: TagColour.nullable().optional(),
  description: z.string().trim().max(500).optional(),
  synonyms: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
}
const Done = z.object({ actId: ActId, count: z.number().int() })

export const tags = {
  'tags.list': read(
    'Lists a brand’s tags in tree order, the retired ones too, with how many mentions carry each.',
    z.object({ brandId: BrandId }),
    z.object({ items: z.array(Tag) }),
  ),
  'tags.add': write(
    'Adds a tag that nothing carries yet. `acts.undo` takes it back, as everything here.',
    z.object({ ...ofBrand, ...Looks }),
    Done,
  ),
  'tags.set': write(
    'Sets colour, description and synonyms of a tag; what is left out stays.',
    z.object({ ...ofBrand, ...Looks }),
    Done,
  ),
  'tags.rename': write(
    'Gives a tag another path, with everything under it; its old path still finds it. `count` says how many tags.',
    z.object({ ...ofBrand, to: TagPath }),
    Done,
  ),
  'tags.move': write(
    'Moves a tag with everything under it below another, or to the top; `count` says how many tags.',
    z.object({ ...ofBrand, under: TagPath.nullable() }),
    Done,
  ),
  'tags.merge': write(
    'Merges a tag, and everything under it, into another: its mentions carry that one. `count` says how many mentions.',
    z.object({ ...ofBrand, into: TagPath }),
    Done,
  ),
  'tags.retire': write(
    'No longer offers a tag and what is under it; mentions that carry it keep it.',
    z.object(ofBrand),
    Done,
  ),
  'tags.restore': write('Offers a retired tag again, and what is under it.', z.object(ofBrand), Done),
  'tags.suggest': read(
    'Tags that a mention may deserve, from the words of the brand’s tagged mentions, and why. Nothing is applied.',
    z.object({ mentionId: MentionId }),
    z.object({ items: z.array(SuggestedTag) }),
  ),
}

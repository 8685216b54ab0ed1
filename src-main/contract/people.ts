import { z } from 'zod'
import { AddressForm } from './brands.ts'
import { ActId, Instant, MentionId, PersonId } from './ids.ts'
import { read, write } from './method.ts'

export const Handle = z.object({
  /** Whose person it would be by itself: `people.unmerge` names it so. */
  id: PersonId,
  name: z.string(),
  handle: z.string().nullable(),
  url: z.string().nullable(),
  host: z.string(),
})
export type Handle = z.output<typeof Handle>

export const Person = z.object({
  id: PersonId,
  uid: z.uuid(),
  /** What to call them in a list: the first name the user wrote, else how they sign. */
  name: z.string(),
  handles: z.array(Handle),
  /** As the user wrote it; empty where they wrote none. */
  firstName: z.string(),
  /** As it can be read from how they sign; empty where it cannot. */
  guessedFirstName: z.string(),
  address: AddressForm.nullable(),
  notes: z.string(),
  mentions: z.number().int(),
  replies: z.number().int(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
})
export type Person = z.output<typeof Person>

export const Feeling = z.enum(['negative', 'neutral', 'positive'])
export type Feeling = z.output<typeof Feeling>

/** One step of the way this person and the brand have gone, newest first. */
export const JourneyStep = z.object({
  kind: z.enum(['mention', 'our-voice', 'reply', 'promise-open', 'promise-kept', 'promise-broken']),
  at: Instant,
  mentionId: MentionId,
  text: z.string(),
  stars: z.number().nullable(),
  feeling: Feeling.nullable(),
  place: z.string(),
})
export type JourneyStep = z.output<typeof JourneyStep>

/** What it cost this person to be heard, in what they are about now: how often they wrote, where, over how long. */
export const Effort = z.object({
  touches: z.number().int(),
  places: z.number().int(),
  /** From the first time to the last. */
  days: z.number().int(),
  /** How many times they had to ask again. */
  repeats: z.number().int(),
})
export type Effort = z.output<typeof Effort>

/** Why two may be one person. */
export const Likeness = z.object({
  kind: z.enum([
    'same-email',
    'same-phone',
    'same-order',
    'same-handle',
    'same-profile',
    'same-name',
    'similar-name',
    'same-subject',
    'same-week',
  ]),
  /** What both have: the order's number, the name. Empty where the kind says all. */
  value: z.string(),
})
export type Likeness = z.output<typeof Likeness>

export const people = {
  'people.get': read(
    'A person of one brand and what passed between them and the brand, newest first, 2,000 steps at most.',
    z.object({
      id: PersonId,
      /** What it cost them is told as of this mention of theirs; left out, as of their last. */
      upTo: MentionId.optional(),
    }),
    Person.extend({
      journey: z.array(JourneyStep),
      effort: Effort,
      /** What they felt the last time before our last word, and the first time after it. */
      feelings: z.object({ before: Feeling.nullable(), after: Feeling.nullable() }),
    }),
  ),
  'people.set': write(
    'Remembers first name, form of address and notes; can be undone.',
    z.object({
      id: PersonId,
      firstName: z.string().trim().max(120).optional(),
      address: AddressForm.nullable().optional(),
      notes: z.string().max(20_000).optional(),
    }),
    Person,
  ),
  'people.suggestions': read(
    'Who else of this brand is probably the same person, and why; the likeliest first.',
    z.object({ id: PersonId }),
    z.object({
      items: z.array(z.object({ person: Person, reasons: z.array(Likeness), lastText: z.string() })),
    }),
  ),
  'people.merge': write(
    'Makes one person of several of one brand: their handles, notes and what is known come together. `acts.undo` takes it back.',
    z.object({ ids: z.array(PersonId).min(2).max(50) }),
    z.object({ id: PersonId, actId: ActId }),
  ),
  'people.unmerge': write(
    'Takes handles out of a person: they are a person of their own again, and not suggested any more. `acts.undo` takes it back.',
    z.object({ id: PersonId, handles: z.array(PersonId).min(1).max(500) }),
    z.object({ id: PersonId, actId: ActId }),
  ),
  'people.notSame': write(
    'Says that two people are not one: they are not suggested to each other any more. `acts.undo` takes it back.',
    z.object({ ids: z.array(PersonId).length(2) }),
    z.object({ actId: ActId }),
  ),
}

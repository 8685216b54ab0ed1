import { z } from 'zod'
import { AddressForm } from './brands.ts'
import { Instant, MentionId, PersonId } from './ids.ts'
import { read, write } from './method.ts'

export const Person = z.object({
  id: PersonId,
  uid: z.uuid(),
  /** What to call them in a list: the first name the user wrote, else how they sign. */
  name: z.string(),
  handles: z.array(
    z.object({
      name: z.string(),
      handle: z.string().nullable(),
      url: z.string().nullable(),
      host: z.string(),
    }),
  ),
  firstName: z.string(),
  address: AddressForm.nullable(),
  notes: z.string(),
  mentions: z.number().int(),
  replies: z.number().int(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
})
export type Person = z.output<typeof Person>

/** One step of the way this person and the brand have gone, newest first. */
export const JourneyStep = z.object({
  kind: z.enum(['mention', 'our-voice', 'reply', 'promise-open', 'promise-kept', 'promise-broken']),
  at: Instant,
  mentionId: MentionId,
  text: z.string(),
  stars: z.number().nullable(),
  place: z.string(),
})
export type JourneyStep = z.output<typeof JourneyStep>

export const people = {
  'people.get': read(
    'A person of one brand and what passed between them and the brand.',
    z.object({ id: PersonId }),
    Person.extend({ journey: z.array(JourneyStep) }),
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
}

import { z } from 'zod'
import { ActId, BrandId, Instant, PersonId, RuleId } from './ids.ts'
import { Mention, Question } from './mentions.ts'
import { read, write } from './method.ts'

/** What a rule may do; engine/triage/rules/actions/ has one file for each. */
export const RuleActKind = z.enum(['tag', 'open', 'snooze', 'resolve'])
export type RuleActKind = z.output<typeof RuleActKind>

/** `value` is the tag, the moment in words (`mañana 9h`), or the reason; of `open` nothing. */
export const RuleAct = z.object({ kind: RuleActKind, value: z.string().trim().max(200).default('') })
export type RuleAct = z.output<typeof RuleAct>

/** How a mute puts away what is new: as not about us, or as needing no reply. */
export const MuteAs = z.enum(['not-about-us', 'no-reply-needed'])
export type MuteAs = z.output<typeof MuteAs>

const Name = z.string().trim().min(1).max(100)
const Acts = z.array(RuleAct).min(1).max(10)

export const Rule = z.object({
  ruleId: RuleId,
  brandId: BrandId,
  /** A mute comes before all rules. */
  kind: z.enum(['rule', 'muted-person', 'muted-words']),
  name: z.string(),
  /** The question; of muted words the words; of a muted person nothing. */
  where: z.string(),
  personId: PersonId.nullable(),
  acts: z.array(z.object({ kind: RuleActKind, value: z.string() })),
  /** Whether later rules leave alone what this one matched. */
  stops: z.boolean(),
  works: z.boolean(),
  /** How many mentions it did something to that still stands. */
  done: z.number().int(),
  /** Why it does nothing, or not all: its question is not understood, its tag was retired. */
  problem: z.enum(['bad-question', 'tag-retired']).nullable(),
})
export type Rule = z.output<typeof Rule>

const Done = z.object({ actId: ActId })

export const rules = {
  'rules.list': read(
    'A brand’s mutes and rules, in the order they are tried.',
    z.object({ brandId: BrandId }),
    z.object({ items: z.array(Rule) }),
  ),
  'rules.try': read(
    'What a question would have matched in the last days: how many, and the newest of them.',
    z.object({
      brandId: BrandId,
      where: Question,
      days: z.number().int().min(1).max(3650),
      limit: z.number().int().min(1).max(100).optional(),
    }),
    z.object({ count: z.number().int(), items: z.array(Mention), since: Instant }),
  ),
  'rules.add': write(
    'Adds a rule after the others: what it does to every new mention its question matches. It may tag, open, snooze, and resolve only as spam or not about us. `acts.undo` takes it back, as every change of a rule.',
    z.object({
      brandId: BrandId,
      name: Name,
      where: Question.refine((text) => text.trim() !== '', 'a question'),
      acts: Acts,
      stops: z.boolean().default(false),
      works: z.boolean().default(true),
    }),
    z.object({ ruleId: RuleId, actId: ActId }),
  ),
  'rules.set': write(
    'Changes a rule or a mute; what is left out stays.',
    z.object({
      ruleId: RuleId,
      name: Name.optional(),
      where: Question.refine((text) => text.trim() !== '', 'a question').optional(),
      acts: Acts.optional(),
      stops: z.boolean().optional(),
      works: z.boolean().optional(),
    }),
    Done,
  ),
  'rules.order': write(
    'Puts a brand’s rules into this order; those that are not named stay behind, as they are.',
    z.object({ brandId: BrandId, ruleIds: z.array(RuleId).min(1).max(1000) }),
    Done,
  ),
  'rules.remove': write(
    'Takes a rule or a mute away; what it did stays.',
    z.object({ ruleId: RuleId }),
    Done,
  ),
  'rules.mute': write(
    'Mutes a person, or words, of a brand: what is new from them is put away, and says so.',
    z.object({
      on: z.union([
        z.object({ personId: PersonId }),
        z.object({ brandId: BrandId, words: z.string().trim().min(2).max(200) }),
      ]),
      as: MuteAs,
    }),
    z.object({ ruleId: RuleId, actId: ActId }),
  ),
  'rules.run': write(
    'Does what a rule does to what is there already, all of it or that of the last days; one act. Sends progress; cancelled, it leaves nothing.',
    z.object({ ruleId: RuleId, days: z.number().int().min(1).max(3650).optional() }),
    z.object({ actId: ActId, count: z.number().int() }),
  ),
  'rules.undo': write(
    'Takes back everything a rule did, where it still holds; the rest is listed in `left`.',
    z.object({ ruleId: RuleId }),
    z.object({
      undone: z.number().int(),
      left: z.array(z.object({ id: z.string(), field: z.string(), holds: z.string() })),
    }),
  ),
}

import { z } from 'zod'
import { read, write } from './method.ts'
import { Minutes } from './sources.ts'

export const Settings = z.object({
  language: z.enum(['system', 'es', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The user's switch: nothing is gathered while it is on. */
  offline: z.boolean(),
  /** A source is asked as often as it publishes, but no more often than the least and no less than the most, in minutes. */
  gatherLeastMinutes: Minutes,
  gatherMostMinutes: Minutes,
  /** How long a queued answer can be taken back before it goes out. */
  takeBackSeconds: z.number().int().min(0).max(3600),
  /** The user's own keys, by the name of the command; a command that is not here has its usual ones. */
  keys: z.record(z.string().max(60), z.array(z.string().min(1).max(40)).max(4)),
  /** Widths of the panes and the like, kept for the window. */
  layout: z.record(z.string(), z.number()),
})
export type Settings = z.output<typeof Settings>

export const settings = {
  'settings.get': read('The preferences of this install.', z.object({}), Settings),
  'settings.set': write('Changes preferences of this install.', Settings.partial(), Settings),
}

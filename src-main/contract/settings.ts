import { z } from 'zod'
import { read, write } from './method.ts'

export const Settings = z.object({
  language: z.enum(['system', 'es', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The user's switch: nothing is gathered while it is on. */
  offline: z.boolean(),
  /** How often a source is looked at that says nothing of its own, in minutes. */
  gatherEveryMinutes: z.number().int().min(15).max(1440),
  /** Widths of the panes and the like, kept for the window. */
  layout: z.record(z.string(), z.number()),
})
export type Settings = z.output<typeof Settings>

export const settings = {
  'settings.get': read('The preferences of this install.', z.object({}), Settings),
  'settings.set': write('Changes preferences of this install.', Settings.partial(), Settings),
}

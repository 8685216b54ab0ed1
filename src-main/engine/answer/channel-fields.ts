import { z } from 'zod'
import type { ChannelField } from '../../contract/accounts.ts'

const Schema = z.object({
  properties: z.record(
    z.string(),
    z.object({ format: z.string().optional(), default: z.string().optional() }),
  ),
  required: z.array(z.string()).optional(),
})

/** The form that a channel's settings ask for, in the order of its schema. */
export function fieldsOf(settings: z.ZodObject): ChannelField[] {
  const { properties, required = [] } = Schema.parse(z.toJSONSchema(settings, { io: 'input' }))
  return Object.entries(properties).map(([name, { format }]) => ({
    name,
    kind: format === 'uri' ? 'address' : 'text',
    required: required.includes(name),
  }))
}

import type { z } from 'zod'

/** A JSON body as what it should be; throws where it is not. */
export function jsonOf<Schema extends z.ZodType>(schema: Schema, body: string): z.output<Schema> {
  const value: unknown = JSON.parse(body)
  return schema.parse(value)
}

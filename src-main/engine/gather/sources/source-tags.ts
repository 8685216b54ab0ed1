import { z } from 'zod'

const Tags = z.array(z.string())

/** The tag paths a source's row holds as JSON. */
export function tagsOf(json: string): string[] {
  return Tags.parse(JSON.parse(json))
}

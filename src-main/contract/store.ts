import { z } from 'zod'
import { read, write } from './method.ts'

export const store = {
  'store.backup': write(
    'Copies every brand’s file, the install’s and the replies journals into a folder, each copy checked.',
    z.object({ path: z.string().min(1).optional() }),
    z.object({ path: z.string(), files: z.number().int() }),
  ),
  'store.check': read(
    'Looks through every file for damage.',
    z.object({}),
    z.object({
      files: z.array(z.object({ file: z.string(), ok: z.boolean(), problems: z.array(z.string()) })),
    }),
  ),
}

import { z } from 'zod'
import { FailureKind } from './failure.ts'
import { BrandId } from './ids.ts'
import { write } from './method.ts'

export const imports = {
  'import.file': write(
    'Brings in a file of mentions; the same file twice adds nothing. `jsonl`: one mention a line, in the contract’s field names.',
    z.object({
      brandId: BrandId,
      path: z.string().min(1),
      format: z.enum(['jsonl']).optional(),
      columns: z.record(z.string(), z.string()).optional(),
    }),
    z.object({
      rows: z.number().int(),
      added: z.number().int(),
      duplicates: z.number().int(),
      rejected: z.array(z.object({ row: z.number().int(), kind: FailureKind, message: z.string() })),
    }),
  ),
}

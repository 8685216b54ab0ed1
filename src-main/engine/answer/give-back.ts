import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { returnToDraft } from './drafts-store.ts'
import type { ReplyRow } from './replies-store.ts'

/** Takes an answer out of the outbox: its text is a draft again. `reason` says why it did not go out. */
export function giveBack(file: BrandFile, reply: ReplyRow, reason: string, now: number, says = ''): void {
  prepared<[Record<string, unknown>]>(
    file.db,
    "UPDATE reply SET state = 'refused', reason = @reason, says = @says, not_before = NULL, settled_at = @now WHERE id = @id",
  ).run({ id: reply.id, reason, says, now })
  returnToDraft(file, reply.mention_id, reply.body, now)
}

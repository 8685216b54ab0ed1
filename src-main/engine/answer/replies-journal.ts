import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import { markSent } from './reply-sent.ts'
import { insertReply } from './replies-store.ts'

/**
 * `replies.jsonl`, beside each brand's file: append-only, synced before a reply leaves. It outlives a restored
 * backup, so that what went out yesterday is never sent again today.
 */
const Line = z.object({
  uid: z.uuid(),
  event: z.enum(['queued', 'attempted', 'sent', 'returned']),
  at: z.number().int(),
  /** Of the mention it answers; hexadecimal. */
  identity: z.string(),
  channel: z.string(),
  body: z.string(),
  url: z.string().nullable(),
})
export type JournalLine = z.output<typeof Line>

/** Appends one line and has it on the disk when it returns. */
export function appendToJournal(path: string, line: JournalLine): void {
  const file = openSync(path, 'a')
  try {
    writeSync(file, `${JSON.stringify(line)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The last word on each reply. A torn last line, from a machine that stopped while writing, is no word. */
export function readJournal(path: string): Map<string, JournalLine> {
  const last = new Map<string, JournalLine>()
  if (!existsSync(path)) return last
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const line = Line.safeParse(parseOrNull(text))
    if (line.success) last.set(line.data.uid, line.data)
  }
  return last
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Brings a brand's file up to what the journal knows: what went out is sent, what may have gone out is `unsure`.
 * Changes nothing when both agree, as they do after every ordinary start.
 */
export function settleReplies(file: BrandFile, now: number): void {
  const lines = readJournal(file.repliesPath)
  if (lines.size === 0) return
  file.db.transaction(() => {
    for (const line of lines.values()) settleOne(file, line, now)
  })()
}

function settleOne(file: BrandFile, line: JournalLine, now: number): void {
  const { db } = file
  const known = prepared<[string], { id: number; state: string }>(
    db,
    'SELECT id, state FROM reply WHERE uid = ?',
  ).get(line.uid)
  const row = known?.id ?? insertMissing(file, line)
  if (row === null) return
  if (line.event === 'sent' && known?.state !== 'sent') markSent(file, row, { at: line.at, url: line.url })
  if (line.event === 'attempted' && (known === undefined || known.state === 'queued')) {
    prepared<[string, number, number]>(
      db,
      "UPDATE reply SET state = 'unsure', reason = ?, settled_at = ? WHERE id = ?",
    ).run('restored', now, row)
  }
}

/** A reply the file has forgotten: it is written again where its mention is known, but never to be sent. */
function insertMissing(file: BrandFile, line: JournalLine): number | null {
  if (line.event === 'queued' || line.event === 'returned') return null
  const mention = prepared<[Buffer], { id: number }>(
    file.db,
    'SELECT id FROM mention WHERE identity = ?',
  ).get(Buffer.from(line.identity, 'hex'))
  if (!mention) return null
  return insertReply(file, {
    uid: line.uid,
    mention: mention.id,
    body: line.body,
    channel: line.channel,
    promises: [],
    at: line.at,
    state: 'unsure',
  })
}

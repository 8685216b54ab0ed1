import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'

/**
 * `replies.jsonl`, beside each brand's file: append-only, synced before a reply leaves. It outlives a restored
 * backup, so that what went out yesterday is never sent again today.
 */
const Line = z.object({
  uid: z.uuid(),
  /** `waits`: the attempt surely did nothing. `held`: the place has it and looks at it before it shows it. */
  event: z.enum(['queued', 'attempted', 'waits', 'held', 'sent', 'returned']),
  at: z.number().int(),
  /** Of the mention it answers; hexadecimal. */
  identity: z.string(),
  channel: z.string(),
  body: z.string(),
  url: z.string().nullable(),
  externalId: z.string().nullish(),
  /** The account's uid. */
  account: z.string().nullish(),
  key: z.string().nullish(),
  /** With `attempted`: the request as it goes out, so that a second try is the same one. */
  frozen: z.string().nullish(),
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

/** The last word on each reply, and since when it may be out. */
export interface LastWord extends JournalLine {
  /** UTC ms of the first try that nothing has undone; null when there is none. */
  readonly triedAt: number | null
}

/** A torn last line, from a machine that stopped while writing, is no word. */
export function readJournal(path: string): Map<string, LastWord> {
  const last = new Map<string, LastWord>()
  if (!existsSync(path)) return last
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const line = Line.safeParse(parseOrNull(text))
    if (!line.success) continue
    const { uid, event, at } = line.data
    const triedAt = event === 'attempted' ? (last.get(uid)?.triedAt ?? at) : null
    last.set(uid, { ...line.data, triedAt })
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

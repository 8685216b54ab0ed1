import { z } from 'zod'
import type { BrandFile } from '../store/brand-file.ts'
import { prepared } from '../store/prepared.ts'
import type { MayDo, Profile, Settings } from './channels/channel.ts'

export interface AccountRow {
  readonly id: number
  readonly uid: string
  readonly channel: string
  readonly settings: string
  readonly profile: string
  readonly may_do: string
  /** UTC ms. */
  readonly connected_at: number
  readonly checked_at: number
  readonly removed_at: number | null
  readonly not_before: number | null
  readonly waits: 'busy' | 'unreachable' | null
  readonly problem: string | null
  readonly last_key: string
}

const Texts = z.record(z.string(), z.string())
const ProfileJson = z.object({
  name: z.string(),
  handle: z.string().nullable(),
  url: z.string().nullable(),
  facts: Texts,
})
const MayDoJson = z.array(z.enum(['answer', 'look-up', 'see-held', 'correct']))

export function settingsOf(row: AccountRow): Settings {
  return Texts.parse(JSON.parse(row.settings))
}

export function profileOf(row: AccountRow): Profile {
  return ProfileJson.parse(JSON.parse(row.profile))
}

export function mayDoOf(row: AccountRow): MayDo[] {
  return MayDoJson.parse(JSON.parse(row.may_do))
}

export function findAccount({ db }: BrandFile, row: number): AccountRow | null {
  return prepared<[number], AccountRow>(db, 'SELECT * FROM account WHERE id = ?').get(row) ?? null
}

/** The connected accounts of a brand, oldest first. */
export function listAccounts({ db }: BrandFile): AccountRow[] {
  return prepared<[], AccountRow>(db, 'SELECT * FROM account WHERE removed_at IS NULL ORDER BY id').all()
}

export interface NewAccount {
  readonly uid: string
  readonly channel: string
  readonly settings: Settings
  readonly profile: Profile
  readonly mayDo: readonly MayDo[]
  readonly at: number
}

/** Writes an account down, or what was learned anew of one that is known: the same place, the same name there. */
export function keepAccount({ db }: BrandFile, account: NewAccount): AccountRow {
  const known = prepared<[string, string], AccountRow>(
    db,
    `SELECT * FROM account WHERE channel = ? AND json_extract(profile, '$.name') = ? ORDER BY removed_at IS NOT NULL, id`,
  )
    .all(account.channel, account.profile.name)
    .find((row) => settingsOf(row)['server'] === account.settings['server'])
  const fields = {
    uid: known?.uid ?? account.uid,
    channel: account.channel,
    settings: JSON.stringify(account.settings),
    profile: JSON.stringify(account.profile),
    mayDo: JSON.stringify(account.mayDo),
    at: account.at,
  }
  const row = prepared<[Record<string, unknown>], AccountRow>(
    db,
    `INSERT INTO account (uid, channel, settings, profile, may_do, connected_at, checked_at)
     VALUES (@uid, @channel, @settings, @profile, @mayDo, @at, @at)
     ON CONFLICT (uid) DO UPDATE SET settings = excluded.settings, profile = excluded.profile, may_do = excluded.may_do,
       checked_at = excluded.checked_at, removed_at = NULL, problem = NULL, not_before = NULL, waits = NULL
     RETURNING *`,
  ).get(fields)
  if (!row) throw new Error('An account could not be written.')
  return row
}

export function removeAccount({ db }: BrandFile, row: number, at: number): void {
  prepared<[number, number]>(db, 'UPDATE account SET removed_at = ? WHERE id = ?').run(at, row)
}

export function setAccountProblem({ db }: BrandFile, row: number, problem: string | null): void {
  prepared<[string | null, number]>(db, 'UPDATE account SET problem = ? WHERE id = ?').run(problem, row)
}

export function setAccountWait(
  { db }: BrandFile,
  row: number,
  notBefore: number | null,
  waits: AccountRow['waits'],
): void {
  prepared<[number | null, string | null, number]>(
    db,
    'UPDATE account SET not_before = ?, waits = ? WHERE id = ?',
  ).run(notBefore, waits, row)
}

export function setLastKey({ db }: BrandFile, row: number, key: string): void {
  prepared<[string, number]>(db, 'UPDATE account SET last_key = ? WHERE id = ?').run(key, row)
}

/** How many of its answers are on their way. */
export function countOnTheWay({ db }: BrandFile, row: number): number {
  const sql =
    "SELECT count(*) AS n FROM reply WHERE account_id = ? AND state IN ('queued', 'sending', 'unsure', 'stopped')"
  return prepared<[number], { n: number }>(db, sql).get(row)?.n ?? 0
}

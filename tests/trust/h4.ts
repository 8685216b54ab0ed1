import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { BrandId, MentionId, SourceId } from '../../src-main/contract/ids.ts'
import type { Case, Rounds } from '../support/misbehaving/case.ts'
import { allCases } from '../support/misbehaving/index.ts'
import { startMisbehaving } from '../support/misbehaving/server.ts'
import { startTrustEngine, type TrustEngine } from './engine.ts'
import type { Family } from './family.ts'
import { addCases } from './sources.ts'

const ROUNDS = 10
const START = Date.parse('2026-03-10T09:00:00Z')
const HOUR_MS = 3_600_000

/** One mention as its text stood when the user decided something about it. */
interface Decided {
  readonly id: MentionId
  readonly text: string
  readonly tag: string
}

/** What a source brought, and what became of it. */
interface Kept {
  readonly one: Case & { readonly rounds: Rounds }
  readonly sourceId: SourceId
  readonly decided: Decided[]
  failures: number
}

/** Ids, dates and texts that change: ten gatherings an hour apart, every mention tagged and put away when it comes. */
export const h4: Family = {
  id: 'H4',
  about: 'identity over ten gatherings',
  run: async () => {
    const cases = allCases.flatMap((one) =>
      one.rounds === undefined ? [] : [{ ...one, rounds: one.rounds }],
    )
    const server = await startMisbehaving(cases)
    const engine = await startTrustEngine()
    try {
      const { brandId } = await engine.call('brands.create', { name: 'Café Luna', timezone: 'Europe/Madrid' })
      const idOf = await addCases(engine, brandId, server, cases)
      const kept = cases.map((one): Kept => ({ one, sourceId: idOf(one.name), decided: [], failures: 0 }))
      for (let round = 0; round < ROUNDS; round += 1) {
        server.setRound(round)
        engine.moveClockTo(new Date(START + round * HOUR_MS).toISOString())
        const { errors } = await engine.call('gather.run', { brandId })
        for (const one of kept) {
          one.failures += errors.filter(({ sourceId }) => sourceId === one.sourceId).length
          await decideWhatIsNew(engine, brandId, one)
        }
      }
      return await outcome(engine, kept)
    } finally {
      await engine.close()
      await server.close()
    }
  },
}

async function decideWhatIsNew(
  { call }: TrustEngine,
  brandId: BrandId,
  { sourceId, decided }: Kept,
): Promise<void> {
  const { items } = await call('mentions.list', { brandId, sourceIds: [sourceId], limit: 200 })
  for (const { id, title, text } of items) {
    if (decided.some((known) => known.id === id)) continue
    const tag = `dicho/${decided.length}`
    await call('acts.do', { on: { ids: [id] }, act: { kind: 'tag', tag } })
    await call('acts.do', {
      on: { ids: [id] },
      act: { kind: 'status', to: 'resolved', reason: 'not-about-us' },
    })
    decided.push({ id, text: `${title}\n${text}`, tag })
  }
}

async function outcome(engine: TrustEngine, kept: readonly Kept[]) {
  const wrong: string[] = []
  let lost = 0
  let decisions = 0
  for (const { one, decided } of kept) {
    decisions += decided.length
    for (const decision of decided) {
      const found = await findDecided(engine, decision)
      if (found === null) lost += 1
      else if (!isOfItsText(found, decision, one.rounds))
        wrong.push(`${one.name}: a decision is on another text`)
    }
  }
  const counts = countsIn(engine.folder)
  const unlike = kept.flatMap((one) => unlikeTheRule(one, counts))
  return {
    id: 'H4',
    figures: [
      {
        what: `tags and statuses on the wrong text, of ${decisions} decided in ${kept.length} sources`,
        value: String(wrong.length),
        goal: '0',
      },
      { what: 'mentions lost', value: String(lost), goal: '0' },
      {
        what: 'sources whose mentions are not as the written rule says',
        value: String(unlike.length),
        goal: '0',
      },
    ],
    breaches: [...wrong, ...unlike, ...(lost === 0 ? [] : [`${lost} mentions are lost`])],
  }
}

type Found = Awaited<ReturnType<typeof findDecided>>

async function findDecided({ call }: TrustEngine, { id }: Decided) {
  return call('mentions.get', { id }).catch(() => null)
}

/** It says what it said when it was decided, or its author edited it and what it said is kept. */
function isOfItsText(found: NonNullable<Found>, { text, tag }: Decided, { revisions }: Rounds): boolean {
  const says = [found, ...(revisions > 0 ? found.history : [])].map((one) => `${one.title}\n${one.text}`)
  const isAsDecided = found.tags.length === 1 && found.tags[0] === tag && found.reason === 'not-about-us'
  return says.includes(text) && isAsDecided
}

interface Counts {
  readonly mentions: number
  readonly revisions: number
}

/** Mentions and revisions by the row of their source, as the brand's file holds them. */
function countsIn(folder: string): ReadonlyMap<number, Counts> {
  const [name = ''] = readdirSync(join(folder, 'brands')).filter((file) => file.endsWith('.sqlite'))
  const db = new Sqlite(join(folder, 'brands', name), { readonly: true })
  const rows = db
    .prepare<[], Counts & { readonly source: number }>(
      `SELECT source_id AS source, count(*) AS mentions,
         sum((SELECT count(*) FROM revision WHERE mention_id = mention.id)) AS revisions
       FROM mention GROUP BY source_id`,
    )
    .all()
  db.close()
  return new Map(rows.map(({ source, mentions, revisions }) => [source, { mentions, revisions }]))
}

function unlikeTheRule({ one, sourceId, failures }: Kept, counts: ReadonlyMap<number, Counts>): string[] {
  const { mentions, revisions } = counts.get(Number(/\d+$/.exec(sourceId)?.[0])) ?? {
    mentions: 0,
    revisions: 0,
  }
  const came: Rounds = { mentions, revisions, failures }
  return JSON.stringify(came) === JSON.stringify(one.rounds)
    ? []
    : [`${one.name}: ${JSON.stringify(came)} instead of ${JSON.stringify(one.rounds)}`]
}

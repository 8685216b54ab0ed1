import { setImmediate as nextTurn } from 'node:timers/promises'
import { newUid } from '../store/uid.ts'
import { CallFailed } from '../../contract/failure.ts'
import type { CallScope } from '../../contract/method.ts'
import type { TagReport } from '../../contract/reports.ts'
import { findBrandRow } from '../brand/store.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { toInstant } from '../store/time.ts'
import { askedBrand } from '../triage/question/asked-brand.ts'
import { tagKey, tagPath } from '../triage/question/fold.ts'
import { findTag } from '../triage/tags-store.ts'
import {
  countDays,
  countPeriod,
  countTags,
  countUntagged,
  listCoverage,
  listUsedTags,
} from './numbers-store.ts'
import { daysOf, type Period, periodOf } from './period.ts'
import { chooseQuotes } from './quotes.ts'
import { listQuotable } from './quotes-store.ts'
import { dropReported, keepReported } from './reported-store.ts'
import type { ReportContent } from './store.ts'

export interface ReportWanted {
  readonly tags?: readonly string[] | undefined
  /** Only what this question matches. */
  readonly where?: string | undefined
  /** The first day or instant, and the last, both included. */
  readonly from: string
  readonly to: string
}

/**
 * What a set of tags says about a period; as in a question, a tag stands for everything under it. Tag by tag, so that
 * other calls are answered meanwhile.
 */
export async function makeReport(
  file: BrandFile,
  wanted: ReportWanted,
  now: number,
  scope: CallScope,
): Promise<ReportContent> {
  const whole = periodOf(wanted.from, wanted.to, findBrandRow(file).timezone)
  if (wanted.where === undefined || wanted.where.trim() === '')
    return report(file, whole, wanted, { now, scope })
  const period = keepReported(file, whole, wanted.where, now)
  try {
    return await report(file, period, wanted, { now, scope })
  } finally {
    dropReported(file.db, period)
  }
}

async function report(
  file: BrandFile,
  period: Period,
  wanted: ReportWanted,
  { now, scope }: { readonly now: number; readonly scope: CallScope },
): Promise<ReportContent> {
  const brand = findBrandRow(file)
  const names = onceEach(wanted.tags ?? listUsedTags(file, period))
  const tags: TagReport['tags'] = []
  for (const name of names) {
    if (scope.signal.aborted) throw cancelled()
    tags.push(reportTag(file, period, name, now))
    scope.progress(tags.length, names.length)
    await nextTurn()
  }
  return {
    uid: newUid(),
    brandName: brand.name,
    brandColour: brand.colour,
    timezone: brand.timezone,
    from: toInstant(period.from),
    to: toInstant(period.to),
    madeAt: toInstant(now),
    where: period.reported === null ? null : (wanted.where ?? null),
    totals: { ...countPeriod(file, period), untagged: countUntagged(file, period) },
    days: countDays(file, period, daysOf(period, brand.timezone)),
    tags,
    coverage: listCoverage(file, period),
  }
}

function reportTag(file: BrandFile, period: Period, tag: string, now: number): TagReport['tags'][number] {
  const { rows } = askedBrand(file, now).tags(tagKey(tag))
  return {
    tag: findTag(file, tag)?.path ?? tagPath(tag),
    ...countTags(file, period, rows),
    quotes: chooseQuotes(listQuotable(file, period, rows)),
  }
}

/** A tag written twice is reported once, where and how it was written first. */
function onceEach(tags: readonly string[]): string[] {
  const keys = tags.map(tagKey)
  return tags.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

function cancelled(): CallFailed {
  return new CallFailed({ kind: 'cancelled', message: 'It was cancelled; no report was made.', hint: '' })
}

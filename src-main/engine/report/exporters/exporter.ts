import type { ExportFormat, TagReport } from '../../../contract/reports.ts'
import type { z } from 'zod'

/** One file type a report can be written as. One file an exporter, listed in index.ts. */
export interface Exporter {
  readonly format: z.output<typeof ExportFormat>
  /** The bytes of the whole file; pure, so that the same report in the same language is always the same file. */
  readonly write: (report: TagReport, words: Words) => Uint8Array
}

/** A report's words in one language; words.ts has them. */
export interface Words {
  /** BCP 47, for numbers and dates. */
  readonly locale: string
  readonly kicker: string
  readonly title: (brand: string) => string
  /** One paragraph that says it all to who reads nothing else. */
  /** Which question it answers. */
  readonly answers: (question: string) => string
  readonly summary: (facts: SummaryFacts) => string
  readonly mentions: string
  readonly people: string
  readonly answered: string
  readonly unanswered: string
  readonly untagged: string
  readonly rated: string
  readonly averageStars: string
  readonly ofFive: string
  readonly stars: (stars: number) => string
  readonly day: string
  readonly week: string
  readonly month: string
  readonly perDay: string
  readonly perWeek: string
  readonly perMonth: string
  readonly busiest: (when: string, mentions: string) => string
  readonly ratings: string
  readonly tags: string
  readonly tag: string
  readonly noTags: string
  readonly quotes: string
  readonly quotesNote: string
  readonly unnamed: string
  readonly source: string
  readonly coverage: string
  readonly coverageNote: string
  readonly lastSuccess: string
  readonly never: string
  readonly failingSince: (when: string) => string
  /** What may be missing; `until` is null while it lasts. */
  readonly gap: (since: string, until: string | null) => string
  readonly fine: string
  readonly madeAt: (when: string, timezone: string) => string
  readonly tagNote: string
  /** Headings of the table in a spreadsheet. */
  readonly columns: {
    readonly section: string
    readonly name: string
    readonly text: string
    readonly author: string
    readonly place: string
    readonly address: string
    readonly stars: string
    readonly at: string
    readonly failingSince: string
    readonly gaps: string
    readonly from: string
    readonly to: string
  }
  readonly sections: {
    readonly report: string
    readonly totals: string
    readonly untagged: string
    readonly day: string
    readonly tag: string
    readonly quote: string
    readonly source: string
  }
}

export interface SummaryFacts {
  /** Already written as the language writes numbers. */
  readonly mentions: string
  readonly people: string
  readonly answered: string
  readonly unanswered: string
  readonly counts: {
    readonly mentions: number
    readonly people: number
    readonly answered: number
    readonly unanswered: number
  }
}

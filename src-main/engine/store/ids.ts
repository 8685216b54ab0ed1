import {
  type AccountId,
  ActId,
  BrandId,
  type FactId,
  type MentionId,
  type PersonId,
  type PromiseId,
  type ReplyId,
  type ReportId,
  type RuleId,
  type SourceId,
  ViewId,
} from '../../contract/ids.ts'

/** The tables whose rows the contract names, by their letter. */
interface RowIds {
  readonly s: SourceId
  readonly m: MentionId
  readonly p: PersonId
  readonly r: ReplyId
  readonly v: PromiseId
  readonly k: AccountId
  readonly t: ReportId
  readonly u: RuleId
  readonly f: FactId
}

type RowId = RowIds[keyof RowIds]

/** Ids of the contract are the brand's number, a letter for the table and the row's number. */
const branded =
  <Letter extends keyof RowIds>(letter: Letter) =>
  (brand: BrandId, row: number): RowIds[Letter] => {
    if (!Number.isSafeInteger(row) || row < 0) throw new Error(`No row of ${brand} has the number ${row}.`)
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- the very form its schema asks for; a page makes hundreds
    return `${brand}.${letter}${row}` as RowIds[Letter]
  }

export const brandId = (row: number): BrandId => BrandId.parse(`b${row}`)
export const sourceId = branded('s')
export const mentionId = branded('m')
export const personId = branded('p')
export const replyId = branded('r')
export const promiseId = branded('v')
export const accountId = branded('k')
export const reportId = branded('t')
export const ruleId = branded('u')
export const factId = branded('f')

/** Which brand's file an id lives in, and its row there. */
export function placeOf(id: RowId): { readonly brand: BrandId; readonly row: number } {
  const dot = id.indexOf('.')
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- what an id begins with is one of a brand
  return { brand: id.slice(0, dot) as BrandId, row: Number(id.slice(dot + 2)) }
}

/** Whose saved view it is, and its row there. */
export function viewPlace(id: ViewId): { readonly of: BrandId | 'all'; readonly row: number } {
  const dot = id.indexOf('.')
  const of = id.slice(0, dot)
  return { of: of === 'all' ? of : BrandId.parse(of), row: Number(id.slice(dot + 2)) }
}

export function viewId(of: BrandId | 'all', row: number): ViewId {
  return ViewId.parse(`${of}.w${row}`)
}

/** An act on what all brands share, which is in the install's own journal. */
export function sharedActId(uid: string): ActId {
  return ActId.parse(`all.a${uid}`)
}

export function actId(brands: readonly BrandId[], uid: string): ActId {
  return ActId.parse(`${brands.join('+')}.a${uid}`)
}

/** In which brands' journals an act is; in none: in the install's own. */
export function actPlace(id: ActId): { readonly brands: readonly BrandId[]; readonly uid: string } {
  const dot = id.indexOf('.')
  const brands = id.slice(0, dot)
  return {
    brands: brands === 'all' ? [] : brands.split('+').map((brand) => BrandId.parse(brand)),
    uid: id.slice(dot + 2),
  }
}

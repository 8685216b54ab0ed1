import {
  AccountId,
  ActId,
  BrandId,
  FactId,
  MentionId,
  PersonId,
  PromiseId,
  ReplyId,
  ReportId,
  RuleId,
  SourceId,
  ViewId,
} from '../../contract/ids.ts'

/** Ids of the contract are the brand's number, a letter for the table and the row's number. */
const branded =
  <Id extends string>(schema: { parse: (text: string) => Id }, letter: string) =>
  (brand: BrandId, row: number): Id =>
    schema.parse(`${brand}.${letter}${row}`)

export const brandId = (row: number): BrandId => BrandId.parse(`b${row}`)
export const sourceId = branded<SourceId>(SourceId, 's')
export const mentionId = branded<MentionId>(MentionId, 'm')
export const personId = branded<PersonId>(PersonId, 'p')
export const replyId = branded<ReplyId>(ReplyId, 'r')
export const promiseId = branded<PromiseId>(PromiseId, 'v')
export const accountId = branded<AccountId>(AccountId, 'k')
export const reportId = branded<ReportId>(ReportId, 't')
export const ruleId = branded<RuleId>(RuleId, 'u')
export const factId = branded<FactId>(FactId, 'f')

type RowId = SourceId | MentionId | PersonId | ReplyId | PromiseId | ReportId | RuleId | FactId | AccountId

/** Which brand's file an id lives in, and its row there. */
export function placeOf(id: RowId): { readonly brand: BrandId; readonly row: number } {
  const dot = id.indexOf('.')
  return { brand: BrandId.parse(id.slice(0, dot)), row: Number(id.slice(dot + 2)) }
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

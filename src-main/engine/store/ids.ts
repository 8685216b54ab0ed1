import {
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
export const reportId = branded<ReportId>(ReportId, 't')
export const ruleId = branded<RuleId>(RuleId, 'u')

export const factId = branded<FactId>(FactId, 'f')

type RowId = SourceId | MentionId | PersonId | ReplyId | PromiseId | ReportId | FactId | RuleId

/** Which brand's file an id lives in, and its row there. */
export function placeOf(id: RowId): { readonly brand: BrandId; readonly row: number } {
  const dot = id.indexOf('.')
  return { brand: BrandId.parse(id.slice(0, dot)), row: Number(id.slice(dot + 2)) }
}

export function actId(brands: readonly BrandId[], uid: string): ActId {
  return ActId.parse(`${brands.join('+')}.a${uid}`)
}

export function actPlace(id: ActId): { readonly brands: readonly BrandId[]; readonly uid: string } {
  const dot = id.indexOf('.')
  return {
    brands: id
      .slice(0, dot)
      .split('+')
      .map((brand) => BrandId.parse(brand)),
    uid: id.slice(dot + 2),
  }
}

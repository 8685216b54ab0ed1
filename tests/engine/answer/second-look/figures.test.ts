import { expect, test } from 'vitest'
import { RemarkCode } from '../../../../src-main/contract/replies.ts'
import { lookAtCase } from './look-at-case.ts'
import { type CaseLanguage, type DraftCase, readCases } from './read-cases.ts'

const CODES = RemarkCode.options.filter((code) => code !== 'empty' && code !== 'too-long')
const LANGUAGES: readonly CaseLanguage[] = ['es', 'en', 'pt']
/** English has one form of address. */
const NOT_IN = { 'form-of-address': 'en' } as const

const rows = CODES.flatMap((code) =>
  LANGUAGES.filter((language) => !(code in NOT_IN) || language !== NOT_IN['form-of-address']).map(
    (language) => ({
      code,
      language,
    }),
  ),
)

interface Figure {
  readonly drafts: number
  readonly precision: number
  readonly recall: number
}

function measure(code: RemarkCode, cases: readonly DraftCase[]): Figure {
  const made = cases.filter((draft) => lookAtCase(draft).some((remark) => remark.code === code))
  const right = made.filter(({ deserves }) => deserves === 'remark').length
  const wanted = cases.filter(({ deserves }) => deserves === 'remark').length
  return {
    drafts: cases.length,
    precision: made.length === 0 ? 1 : right / made.length,
    recall: right / wanted,
  }
}

function print(...cells: readonly (string | number)[]): void {
  if (process.env['VENTANILLA_LOOK'] === 'print') process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

const percent = (share: number) => `${Math.round(share * 100)} %`

test.each(rows)(
  '$code in $language: nine remarks of ten are right, and four faults of five are seen',
  ({ code, language }) => {
    const cases = readCases(code).filter((draft) => draft.language === language)
    expect(cases.filter(({ deserves }) => deserves === 'remark').length).toBeGreaterThanOrEqual(20)
    expect(cases.filter(({ deserves }) => deserves === 'none').length).toBeGreaterThanOrEqual(19)
    const aside = measure(
      code,
      cases.filter(({ half }) => half === 'aside'),
    )
    print(code, language, aside.drafts, percent(aside.precision), percent(aside.recall))
    expect({ ...aside, enough: aside.precision >= 0.9 && aside.recall >= 0.8 }).toMatchObject({
      enough: true,
    })
  },
)

test.each(LANGUAGES)('of good answers in %s nine of ten get no remark at all', (language) => {
  const good = readCases('good').filter((draft) => draft.language === language && draft.half === 'aside')
  const quiet = good.filter((draft) => lookAtCase(draft).length === 0).length
  print('good answers without a remark', language, good.length, percent(quiet / good.length), '')
  expect(quiet / good.length).toBeGreaterThanOrEqual(0.9)
})

import { expect, test } from 'vitest'
import { lookAtCase } from './look-at-case.ts'
import { readCases, type DraftCase } from './read-cases.ts'

// Written after the rules, as other people would: vos, usted, Brazil and Portugal, Britain and America, short and long.
const cases = readCases('strangers')

/** `+ no-apology The draft`: which fault it has. */
function faultOf({ body }: DraftCase): { readonly code: string; readonly draft: string } {
  const [code = '', ...words] = body.split(' ')
  return { code, draft: words.join(' ') }
}

test.each(['es', 'en', 'pt'] as const)('a good answer by somebody else in %s is left alone', (language) => {
  const good = cases.filter((draft) => draft.language === language && draft.deserves === 'none')
  const disturbed = good.filter((draft) => lookAtCase(draft).length > 0)
  expect(good.length).toBeGreaterThanOrEqual(30)
  expect(disturbed.map(({ body }) => body).slice(Math.floor(good.length / 10))).toEqual([])
})

test.each(['es', 'en', 'pt'] as const)('a fault in an answer by somebody else in %s is seen', (language) => {
  const faulty = cases.filter((draft) => draft.language === language && draft.deserves === 'remark')
  const unseen = faulty.filter((draft) => {
    const { code, draft: body } = faultOf(draft)
    return !lookAtCase({ ...draft, body }).some((remark) => remark.code === code)
  })
  expect(faulty.length).toBeGreaterThanOrEqual(20)
  expect(unseen.map(({ body }) => body).slice(Math.floor(faulty.length / 5))).toEqual([])
})

test.each([
  ['¿Alguien lee esto? El pedido 4471 no llega.', 'Ana, perdona. El pedido 4471 sale hoy.'],
  ['Does anyone read this? Order 4471 never came.', "Ana, I'm sorry. Order 4471 leaves today."],
  ['Alguém lê isto? O pedido 4471 não chega.', 'Ana, desculpe. O pedido 4471 sai hoje.'],
])('a question that asks nothing wants no answer: %s', (said, body) => {
  const [any] = cases
  if (any === undefined) throw new Error('There are no cases.')
  expect(lookAtCase({ ...any, said, body, name: 'Ana', person: null })).toEqual([])
})

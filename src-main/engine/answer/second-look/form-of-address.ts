import type { AddressForm } from '../../../contract/brands.ts'
import { type Look, rangeIn, wordsAt } from './looked-at.ts'
import { type Form, markersOf } from './words/address.ts'

/** What a form set in one language is in another: a brand that says usted says senhor in Portuguese. */
const EXPECTED: Readonly<Record<'es' | 'pt', Readonly<Record<AddressForm, readonly Form[]>>>> = {
  es: { tu: ['tu'], usted: ['usted'], vos: ['vos'], voce: ['tu', 'vos'], senhor: ['usted'] },
  pt: { tu: ['tu'], usted: ['senhor'], vos: ['voce', 'tu'], voce: ['voce'], senhor: ['senhor'] },
}

/** Another form of address than the person's own, or the brand's; or two forms in one answer. */
export const lookAtForm: Look = (at) => {
  const { words, draft, address } = at
  if (words.language === 'en') return null
  const markers = markersOf(draft, words.language)
  const expected = address === null ? null : EXPECTED[words.language][address]
  const other = expected && markers.find(({ forms }) => !forms.some((form) => expected.includes(form)))
  const mixed = mixedWith(markers)
  const wrong = other ?? mixed
  if (!wrong) return null
  const said = wrong.forms[0] ?? ''
  return {
    code: 'form-of-address',
    message:
      other && address !== null
        ? `Here it says “${wordsAt(at, rangeIn(at, wrong))}”; this person is addressed as ${address}.`
        : 'Two forms of address are mixed.',
    facts: {
      phrase: wordsAt(at, rangeIn(at, wrong)),
      said,
      expected: other && address !== null ? address : '',
    },
    at: rangeIn(at, wrong),
    blocks: false,
  }
}

type Marker = ReturnType<typeof markersOf>[number]

/** The first marker that fits none of the forms the ones before it leave possible. */
function mixedWith(markers: readonly Marker[]): Marker | null {
  let possible: readonly Form[] | null = null
  for (const marker of markers) {
    const held: readonly Form[] = possible ?? marker.forms
    const left = held.filter((form) => marker.forms.includes(form))
    if (left.length === 0) return marker
    possible = left
  }
  return null
}

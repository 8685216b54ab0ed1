import { expect, test } from 'vitest'
import { apologises } from '../../../src-main/engine/answer/heard/apology.ts'
import { whatTheyAsk } from '../../../src-main/engine/answer/heard/asks.ts'
import { effortOf, feelingsAround, matterOf } from '../../../src-main/engine/answer/heard/matter.ts'
import { MentionId } from '../../../src-main/contract/ids.ts'
import type { JourneyStep } from '../../../src-main/contract/people.ts'

test.each([
  [
    'es',
    'Hola. Pedí un pastel de zanahoria y llegó de limón. ¿Me devolvéis el dinero?',
    '¿Me devolvéis el dinero?',
  ],
  ['es', 'Hola, ¿cuándo llega mi pedido 4312? Gracias', '¿cuándo llega mi pedido 4312?'],
  ['es', 'Tercera vez que escribo. Quiero que me llaméis hoy. Estoy harta.', 'Quiero que me llaméis hoy.'],
  [
    'es',
    'El café llegó frío y la camarera ni se disculpó.',
    'El café llegó frío y la camarera ni se disculpó.',
  ],
  [
    'es',
    '¿En serio? Llevo tres semanas esperando y sigo sin respuesta.',
    'Llevo tres semanas esperando y sigo sin respuesta.',
  ],
  ['es', 'Me encanta el sitio, volveré.', ''],
  ['es', 'Por favor, decidme si abrís el lunes', 'Por favor, decidme si abrís el lunes'],
  [
    'es',
    'Vos me dijiste que llegaba el martes. ¿Podés decirme dónde está? ¿Y quién me paga el día perdido?',
    '¿Podés decirme dónde está? ¿Y quién me paga el día perdido?',
  ],
  ['en', 'Hi team! My order never arrived. Could you tell me where it is?', 'Could you tell me where it is?'],
  [
    'en',
    'I would like a refund for order 99812. The box was empty.',
    'I would like a refund for order 99812.',
  ],
  ['en', 'App keeps crashing since the update.', 'App keeps crashing since the update.'],
  ['en', 'Lovely people, great bread.', ''],
  ['en', 'Really? Still waiting for my refund.', 'Still waiting for my refund.'],
  ['pt', 'Bom dia. Minha encomenda ainda não chegou. Quando vão entregar?', 'Quando vão entregar?'],
  ['pt', 'Gostaria de trocar o produto. Veio errado.', 'Gostaria de trocar o produto.'],
  ['pt', 'O aplicativo não funciona desde ontem', 'O aplicativo não funciona desde ontem'],
  ['pt', 'Adorei, obrigada!', ''],
])('in %s, %j asks: %j', (language, text, asks) => {
  expect(whatTheyAsk(text, language)).toBe(asks)
})

test('a question of a whole page is cut after a word', () => {
  const asks = whatTheyAsk(`Could you tell me ${'why this is so '.repeat(30)}?`, 'en')
  expect(asks.length).toBeLessThanOrEqual(161)
  expect(asks).toMatch(/\p{L}…$/u)
})

test.each([
  ['Lucía, lo siento mucho', true],
  ['Perdona el retraso', true],
  ['Te pedimos disculpas', true],
  ['We are sorry about that', true],
  ['Peço desculpa pelo atraso', true],
  ['Gracias por escribir', false],
  ['Ese bizcocho es imperdonable', false],
])('whether %j says sorry: %s', (text, sorry) => {
  expect(apologises(text)).toBe(sorry)
})

type Said = Partial<JourneyStep> & { readonly on: string }

/** A journey, newest first, from what was said, oldest first. */
function journey(...said: readonly Said[]): JourneyStep[] {
  const steps = said.map(({ on, ...step }): JourneyStep => ({
    kind: 'mention',
    at: `2026-${on}T09:00:00.000Z`,
    mentionId: MentionId.parse('b1.m1'),
    text: 'Sigo sin respuesta',
    stars: null,
    feeling: null,
    place: 'Foro',
    ...step,
  }))
  return steps.toReversed()
}

test.each([
  {
    case: 'writes three times in two places',
    steps: journey({ on: '05-01' }, { on: '05-04', place: 'Trustpilot' }, { on: '05-13' }),
    effort: { touches: 3, places: 2, days: 12, repeats: 2 },
  },
  {
    case: 'was content in between: that is another matter',
    steps: journey({ on: '05-01' }, { on: '05-02', stars: 5, text: 'Bien' }, { on: '05-13' }),
    effort: { touches: 1, places: 1, days: 0, repeats: 0 },
  },
  {
    case: 'was silent for long',
    steps: journey({ on: '01-01' }, { on: '05-13' }),
    effort: { touches: 1, places: 1, days: 0, repeats: 0 },
  },
  {
    case: 'says that it is the third time',
    steps: journey({ on: '05-13', text: 'Tercera vez que escribo y nada' }),
    effort: { touches: 1, places: 1, days: 0, repeats: 2 },
  },
  {
    case: 'tells what happened, and asks once',
    steps: journey({ on: '05-12', text: 'Estuve ayer con mi hija' }, { on: '05-13' }),
    effort: { touches: 2, places: 1, days: 1, repeats: 0 },
  },
  {
    case: 'was answered: our words are no effort of theirs',
    steps: journey({ on: '05-12' }, { on: '05-12', kind: 'reply', place: 'by-hand' }, { on: '05-13' }),
    effort: { touches: 2, places: 1, days: 1, repeats: 1 },
  },
])('what it costs somebody who $case', ({ steps, effort }) => {
  expect(effortOf(steps)).toEqual(effort)
})

test.each([
  {
    case: 'nobody answered',
    steps: journey({ on: '05-01', stars: 1 }),
    feelings: { before: 'negative', after: null },
  },
  {
    case: 'they came back content',
    steps: journey(
      { on: '05-01', feeling: 'negative' },
      { on: '05-02', kind: 'reply' },
      { on: '05-03', feeling: 'positive' },
    ),
    feelings: { before: 'negative', after: 'positive' },
  },
  { case: 'nothing is known', steps: journey({ on: '05-01' }), feelings: { before: null, after: null } },
])('what they felt before and after our word where $case', ({ steps, feelings }) => {
  expect(feelingsAround(steps)).toEqual(feelings)
})

test('somebody who never spoke has no matter', () => {
  expect(matterOf([])).toEqual([])
})

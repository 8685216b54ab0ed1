import { expect, test } from 'vitest'
import { feelingOf } from '../../../src-main/engine/understand/feeling.ts'
import { learn } from '../../../src-main/engine/understand/learn.ts'
import { lessonOf } from '../../../src-main/engine/understand/feeling.ts'
import { withStars } from '../../../src-main/engine/understand/stars.ts'
import { understand } from '../../../src-main/engine/understand/understand.ts'

const felt = (text: string, stars: number | null = null) => understand({ title: '', text, stars }, null)

test.each([
  ['Tercera vez que escribo y nadie contesta. Una vergüenza.', 'es', 'negative'],
  ['El envío llegó tarde y con la caja rota, no lo recomiendo.', 'es', 'negative'],
  ['Todo perfecto, el personal muy amable. ¡Volveremos!', 'es', 'positive'],
  ['Me encanta la app, facilísima de usar 😍', 'es', 'positive'],
  ['La empresa abrió en 2019 su segunda tienda en Zaragoza, según el registro mercantil.', 'es', 'neutral'],
  ['The app keeps crashing since the last update and nobody answers.', 'en', 'negative'],
  ['Not worth the money, I want my money back.', 'en', 'negative'],
  ['Great service, the staff were so helpful and friendly!', 'en', 'positive'],
  ['The coffee is not bad at all, I would recommend it.', 'en', 'positive'],
  ['The shop is on the second floor, next to the escalator.', 'en', 'neutral'],
  ['O produto não chegou e ninguém responde, péssimo atendimento.', 'pt', 'negative'],
  ['Adorei, chegou antes do prazo e muito bem embalado!', 'pt', 'positive'],
])('"%s" is %s and %s', (text, language, feeling) => {
  expect(felt(text)).toMatchObject({ language, likely: feeling })
})

test('the words that decided are told, the heaviest first, a negation with what it turns around', () => {
  const { words } = felt('El trato no fue amable y la habitación estaba sucia, pero el desayuno excelente.')
  expect(words[0]).toMatchObject({ word: 'excelente' })
  expect(words.find(({ word }) => word === 'amable')?.weight).toBeLessThan(0)
  expect(words.map(({ word }) => word)).toContain('sucia')
})

test.each([
  ['Voy a la tienda o al bar, que está cerca; el precio es el pasado', 'es'],
  ['Aterrizamos y cogí el ordenador, pero mas tarde', 'es'],
  ['Correos trajo por correo la configuración del ejecutivo de enfrente, con sangría y cortes', 'es'],
  ['Voltei atrás do armário, mas a feira era longe', 'pt'],
  ['A enfermeira viu a baleia atrás da sede', 'pt'],
])('small words and words that only look alike say nothing: "%s"', (text, language) => {
  expect(feelingOf({ title: '', text, language, stars: null }, null).words).toEqual([])
})

test.each([
  [
    'Pedí la talla de siempre y me llegó otra. Llamé para cambiarla, estuve media hora al teléfono y al final me dijeron que volviera a llamar otro día. El pantalón es bonito, pero así no compro más.',
    'negative',
  ],
  [
    'Fuimos cuatro amigos a pasar el puente y nos alojamos tres noches. La dueña nos dejó la chimenea encendida, el pueblo es precioso y se come de maravilla en la plaza.',
    'positive',
  ],
  [
    'Comprei em março, na semana da promoção, e usei umas vinte vezes. Agora não liga mais, a assistência fica em outra cidade e ninguém responde os e-mails da loja.',
    'negative',
  ],
  [
    'Levei minha avó para almoçar no domingo, pegamos a mesa da janela e o garçom explicou cada prato com carinho. Comida deliciosa e sobremesa caprichada.',
    'positive',
  ],
])('a long story is not taken for news: "%s"', (text, feeling) => {
  expect(felt(text).likely).toBe(feeling)
})

test.each([
  ['otra semana más :(', 'negative', ':('],
  ['hasta el 20 :((((', 'negative', ':(((('],
  ['vale :)', 'positive', ':)'],
  ['ay xDDDD', 'positive', 'xDDDD'],
  ['T_T', 'negative', 'T_T'],
  ['👎🏽', 'negative', '👎🏽'],
])('a face of signs counts, however long its mouth: "%s"', (text, feeling, face) => {
  const { likely, words } = feelingOf({ title: '', text, language: 'es', stars: null }, null)
  expect({ likely, words: words.map(({ word }) => word) }).toMatchObject({
    likely: feeling,
    words: expect.arrayContaining([face]),
  })
})

test.each([
  ['es', 'La aplicación va como un tiro', 'positive'],
  ['es', 'Jamás tuve un problema con ellos', 'positive'],
  ['es', 'Me tienen hasta el gorro', 'negative'],
  ['es', 'Cero empatía con el cliente', 'negative'],
  ['pt', 'O aplicativo é uma mão na roda', 'positive'],
  ['pt', 'Nunca me deixaram na mão', 'positive'],
  ['pt', 'O banco lavou as mãos', 'negative'],
])('what people say in pictures is understood (%s): "%s"', (language, text, feeling) => {
  expect(feelingOf({ title: '', text, language, stars: null }, null).likely).toBe(feeling)
})

test('a long word is found by its beginning, and a superlative by its ending', () => {
  const weightOf = (text: string, language: string) =>
    feelingOf({ title: '', text, language, stars: null }, null).words[0]?.weight
  expect(weightOf('decepcionantes', 'es')).toBeLessThan(0)
  expect(weightOf('impresionantes', 'es')).toBeGreaterThan(0)
  expect(weightOf('malísimas', 'es')).toBeLessThan(0)
  expect(weightOf('impressionantes', 'pt')).toBeGreaterThan(0)
})

test('a word alone is felt although nobody can say which language it is', () => {
  expect(felt('Genial')).toMatchObject({ language: null, likely: 'positive' })
  expect(felt('Péssimo')).toMatchObject({ language: null, likely: 'negative' })
})

test('a text in a language without a word list is not guessed at, its faces apart', () => {
  const german = 'Die Lieferung kam heute mit der Post an und wurde im Laden abgegeben'
  expect(felt(german)).toMatchObject({ language: 'de', sure: false })
  expect(felt(`${german} 😡😡👎`)).toMatchObject({ likely: 'negative', sure: true })
})

test('nothing at all is not sure', () => {
  expect(felt('')).toMatchObject({ sure: false, words: [] })
})

test.each([
  ['one star is negative, whatever is said', 'neutral', 0.8, 1, { likely: 'negative', confidence: 0.95 }],
  ['five stars are positive', 'neutral', 0.9, 5, { likely: 'positive', confidence: 0.95 }],
  [
    'one star and praise: a slip, nobody can be sure',
    'positive',
    0.95,
    1,
    { likely: 'negative', confidence: 0.4 },
  ],
  ['five stars and fury: nobody can be sure', 'negative', 0.93, 5, { likely: 'positive', confidence: 0.4 }],
  ['five stars and a complaint among praise', 'negative', 0.7, 5, { likely: 'positive', confidence: 0.95 }],
  ['three stars: the words say it', 'negative', 0.8, 3, { likely: 'negative', confidence: 0.8 }],
  ['three stars and unclear words', 'negative', 0.4, 3, { likely: 'neutral', confidence: 0.6 }],
  ['no stars: the words alone', 'positive', 0.7, null, { likely: 'positive', confidence: 0.7 }],
] as const)('%s', (_case, likely, confidence, stars, expected) => {
  expect(withStars({ likely, confidence }, stars)).toEqual(expected)
})

test.each([
  ['Un sitio limpio y con buen servicio', 'es', 1],
  ['Muy buena atención, gracias', 'es', 2],
  ['¡Excelente, maravilloso, inmejorable!', 'es', 3],
])('"%s" is felt that strongly', (text, language, strength) => {
  expect(feelingOf({ title: '', text, language, stars: null }, null).strength).toBeGreaterThanOrEqual(
    strength,
  )
})

test('what the user corrected is learnt: the same words are felt that way from then on', () => {
  const text = 'Otra vez brutal el concierto, brutal la sala'
  const said = { title: '', text, language: 'es', stars: null }
  const corrections = Array.from({ length: 6 }, () => ({ ...lessonOf(said), to: 'negative' as const }))
  const learnt = learn(corrections)
  expect(learnt.corrections).toBe(6)
  expect(feelingOf(said, null).likely).not.toBe('negative')
  expect(feelingOf(said, learnt).likely).toBe('negative')
})

test('one correction does not turn the feeling of everything else', () => {
  const one = { title: '', text: 'El paquete azul llegó el martes', language: 'es', stars: null }
  const learnt = learn([{ ...lessonOf(one), to: 'negative' }])
  const other = { title: '', text: 'Todo perfecto, muy amables', language: 'es', stars: null }
  expect(feelingOf(other, learnt).likely).toBe('positive')
})

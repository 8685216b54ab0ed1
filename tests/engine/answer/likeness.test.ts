import { expect, test } from 'vitest'
import { guessFirstName } from '../../../src-main/engine/answer/people/first-name.ts'
import { likenessOf, type Traits } from '../../../src-main/engine/answer/people/likeness.ts'
import { quotedIn } from '../../../src-main/engine/answer/people/quoted.ts'
import { isSamePerson, type Speaker } from '../../../src-main/engine/gather/save/same-person.ts'

test.each([
  ['Lucía', 'Lucía'],
  ['Lucía Martín', 'Lucía'],
  ['Lucía M.', 'Lucía'],
  ['LUCÍA MARTÍN', 'Lucía'],
  ['María José Pérez', 'María José'],
  ['María Pérez', 'María'],
  ['Juan Carlos', 'Juan Carlos'],
  ['Pérez, Juan', 'Juan'],
  ['João Paulo S.', 'João Paulo'],
  ['Anne-Marie', 'Anne-Marie'],
  ['Iker 🌻', 'Iker'],
  ['Noa (cliente)', 'Noa'],
  ['lucia_m', ''],
  ['lucia', ''],
  ['@Lucia', ''],
  ['Lucia84', ''],
  ['J. Pérez', ''],
  ['Sr. Pérez', ''],
  ['El Vecino', ''],
  ['A Google user', ''],
  ['Anónimo', ''],
  ['Usuario de Google', ''],
  ['Equipo Ventas', ''],
  ['tienda.example', ''],
  ['', ''],
])('the first name of %j is %j', (signature, name) => {
  expect(guessFirstName(signature)).toBe(name)
})

test.each([
  ['Mi pedido 4312-889 no llega', { emails: [], phones: [], orders: ['4312889'] }],
  ['Pedido nº 00431288 y pedido A-55123', { emails: [], phones: [], orders: ['00431288', 'A55123'] }],
  ['Order #99812', { emails: [], phones: [], orders: ['99812'] }],
  ['Llamadme al 600 12 34 56', { emails: [], phones: ['600123456'], orders: [] }],
  [
    '+34 600123456 o Lucia.M@Correo.example',
    { emails: ['lucia.m@correo.example'], phones: ['600123456'], orders: [] },
  ],
  ['En 2026 pagué 1500 euros por 3 mesas', { emails: [], phones: [], orders: [] }],
  ['Es el pedido más lento de 2025', { emails: [], phones: [], orders: [] }],
])('what is quoted in %j', (text, quoted) => {
  expect(quotedIn(text)).toEqual(quoted)
})

const somebody: Speaker = { host: 'foro.example', name: 'Lucía', handle: null, url: null }

test.each([
  { case: 'the same handle on one network', a: { handle: '@lucia_m' }, b: { handle: 'Lucia_M' }, same: true },
  {
    case: 'the network in another language',
    a: { host: 'es.opina.example', handle: 'lu' },
    b: { host: 'www.opina.example', handle: 'lu' },
    same: true,
  },
  {
    case: 'the handle with its host',
    a: { host: 'a.example', handle: '@lu@red.example' },
    b: { host: 'red.example', handle: 'lu' },
    same: true,
  },
  {
    case: 'one handle on two networks',
    a: { handle: 'lucia_m' },
    b: { host: 'otra.example', handle: 'lucia_m' },
    same: false,
  },
  {
    case: 'one profile and one name',
    a: { url: 'https://red.example/@lu' },
    b: { host: 'b.example', url: 'http://www.red.example/@lu/' },
    same: true,
  },
  {
    case: 'one profile and two names',
    a: { url: 'https://red.example/@lu' },
    b: { name: 'Noa', url: 'https://red.example/@lu' },
    same: false,
  },
  {
    case: 'one profile and two handles',
    a: { handle: 'lu', url: 'https://red.example/team' },
    b: { handle: 'noa', url: 'https://red.example/team' },
    same: false,
  },
  {
    case: 'the front page of a blog',
    a: { url: 'https://blog.example/' },
    b: { url: 'https://blog.example' },
    same: false,
  },
  { case: 'only a name', a: {}, b: { host: 'b.example' }, same: false },
])('$case: certainly one person: $same', ({ a, b, same }) => {
  expect(isSamePerson({ ...somebody, ...a }, { ...somebody, ...b })).toBe(same)
})

const NOBODY: Traits = {
  names: [],
  handles: [],
  profiles: [],
  emails: [],
  phones: [],
  orders: [],
  subjects: [],
  times: [],
}
const MAY = Date.parse('2026-05-01T09:00:00Z')
const DAY = 86_400_000

test.each<{ case: string; a: Partial<Traits>; b: Partial<Traits>; reasons: string[] | null }>([
  {
    case: 'one e-mail',
    a: { emails: ['l@c.example'] },
    b: { emails: ['l@c.example'] },
    reasons: ['same-email'],
  },
  { case: 'one phone', a: { phones: ['600123456'] }, b: { phones: ['600123456'] }, reasons: ['same-phone'] },
  { case: 'one order', a: { orders: ['99812'] }, b: { orders: ['99812'] }, reasons: ['same-order'] },
  {
    case: 'one order and one name',
    a: { orders: ['99812'], names: ['Lucía Martín'] },
    b: { orders: ['99812'], handles: ['lucia_martin'] },
    reasons: ['same-order', 'same-name'],
  },
  {
    case: 'one order and two full names',
    a: { orders: ['99812'], names: ['Lucía Martín'] },
    b: { orders: ['99812'], names: ['Iker Sanz'] },
    reasons: null,
  },
  {
    case: 'a telling handle on two networks',
    a: { handles: ['lucia_m84'] },
    b: { handles: ['lucia_m84'] },
    reasons: ['same-handle'],
  },
  { case: 'a handle that many have', a: { handles: ['ana'] }, b: { handles: ['ana'] }, reasons: null },
  { case: 'only a name', a: { names: ['Lucía Martín'] }, b: { names: ['Lucia Martin'] }, reasons: null },
  {
    case: 'a similar name, one product and one week',
    a: { names: ['Lucía M.'], subjects: ['mochila'], times: [MAY] },
    b: { names: ['Lucia Martin'], subjects: ['mochila'], times: [MAY + 3 * DAY] },
    reasons: ['similar-name', 'same-subject', 'same-week'],
  },
  {
    case: 'a similar name and one product, months apart',
    a: { names: ['Lucía M.'], subjects: ['mochila'], times: [MAY] },
    b: { names: ['Lucia Martin'], subjects: ['mochila'], times: [MAY + 90 * DAY] },
    reasons: null,
  },
  {
    case: 'a first name alone, one product and one week',
    a: { names: ['Lucía'], subjects: ['mochila'], times: [MAY] },
    b: { names: ['Lucía'], subjects: ['mochila'], times: [MAY] },
    reasons: null,
  },
  { case: 'nothing', a: {}, b: {}, reasons: null },
])('two with $case are likely one: $reasons', ({ a, b, reasons }) => {
  expect(likenessOf({ ...NOBODY, ...a }, { ...NOBODY, ...b })?.map(({ kind }) => kind) ?? null).toEqual(
    reasons,
  )
})

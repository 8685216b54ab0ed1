/** What a person quotes that is theirs alone, in one written form each. */
export interface Quoted {
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly orders: readonly string[]
}

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** Nine digits or more, as people write them: `+34 600 12 34 56`, `(91) 555-12-34`. */
const PHONE = /(?<![\p{L}\p{N}#])\+?\(?\d(?:[\s().-]{0,2}\d){8,14}(?!\p{N})/gu
/** A number after the word that says what it is. */
const ORDER =
  /(?:pedidos?|encomendas?|orders?|referencias?|referências?|ref|reservas?|bookings?|facturas?|faturas?|invoices?|tickets?|expedientes?|env[ií]os?|n[º°.]|num(?:ero)?|#)[\s.:#ºn°-]{0,6}(?:n[úu]m(?:ero)?|number|no)?[\s.:#º°-]{0,4}((?=[\p{L}\p{N}-]*\d{4})[\p{L}\p{N}][\p{L}\p{N}-]{3,23})/giu

export function quotedIn(text: string): Quoted {
  const emails = [...text.matchAll(EMAIL)].map(([email]) => email.toLowerCase())
  const orders = [...text.matchAll(ORDER)].map(([, order = '']) => order.toUpperCase().replace(/-/g, ''))
  const phones = [...text.matchAll(PHONE)]
    .map(([phone]) => phone.replace(/\D/g, '').slice(-9))
    .filter((phone) => !orders.some((order) => order.includes(phone)))
  return { emails: distinct(emails), phones: distinct(phones), orders: distinct(orders) }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

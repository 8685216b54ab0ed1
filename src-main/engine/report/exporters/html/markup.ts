/** Markup that is safe as it stands; only `html` and `raw` make it. */
export interface Markup {
  readonly markup: string
}

type Piece = string | number | Markup | null | readonly Markup[]

/** A template whose every value is escaped, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const markup = strings
    .map((text, index) => text + (index < values.length ? toText(values[index] ?? null) : ''))
    .join('')
  return { markup }
}

/** For what was written in this program's own source, never for anything from outside. */
export function raw(markup: string): Markup {
  return { markup }
}

function toText(value: Piece): string {
  if (value === null) return ''
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number') return `${value}`
  if ('markup' in value) return value.markup
  return value.map(({ markup }) => markup).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  // Characters HTML cannot hold are shown as what they are: missing.
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\ufffd')
    .replace(/[&<>"']/g, (each) => ENTITIES[each] ?? each)
}

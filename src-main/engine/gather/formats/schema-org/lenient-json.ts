import { decodeHTML } from 'entities'

export type LenientJson =
  { readonly kind: 'valid' | 'mended'; readonly value: unknown } | { readonly kind: 'broken' }

/**
 * JSON as pages hold it: as it should be, or with what is wrong without doubt put right: comments, commas before a
 * closing bracket, line breaks inside strings, quotes written as `&quot;`. What was cut off stays broken: nobody knows
 * how it went on.
 */
export function parseLenient(text: string): LenientJson {
  const plain = tryParse(text)
  if (plain !== undefined) return { kind: 'valid', value: plain }
  for (const candidate of [text, decodeHTML(text)]) {
    const mended = tryParse(mend(candidate))
    if (mended !== undefined) return { kind: 'mended', value: mended }
  }
  return { kind: 'broken' }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const WRAPPING =
  /^(?:\s|\ufeff|<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)+|(?:\s|;|-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)+$/g
const TOKEN =
  /"(?:[^"\\]|\\[\s\S])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[}\]])/g

function mend(text: string): string {
  return text
    .replace(WRAPPING, '')
    .replace(TOKEN, (token) => (token.startsWith('"') ? mendString(token) : ' '))
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
// A string may hold none of these as they are, and pages' templates put them there.
const CONTROLS = /[\u0000-\u001f]/g

function mendString(token: string): string {
  return token.replace(/\\(?!["\\/bfnrtu])/g, '').replace(CONTROLS, (mark) => ESCAPES[mark] ?? ' ')
}

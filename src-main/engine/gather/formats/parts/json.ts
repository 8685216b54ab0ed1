import { broken } from './broken.ts'
import { refuseTooManyParts } from './limits.ts'

/** A JSON document. Throws `broken-document` where it is none, or has more parts than anybody would read. */
export function parseJson(document: string): unknown {
  refuseTooManyParts(document, ['{', '['])
  try {
    return JSON.parse(document.trim())
  } catch {
    throw broken('its JSON is broken, or was cut off')
  }
}

import { broken } from './broken.ts'
import { refuseTooManyParts } from './limits.ts'

/** A JSON document. Throws `broken-document` where it is none, or has more parts than anybody would read. */
export function parseJson(document: string): unknown {
  refuseTooManyParts(document, ['{', '['])
  const text = document.trim()
  try {
    return JSON.parse(text)
  } catch {
    return parseWithBareControls(text)
  }
}

/** Line ends inside a text have to be escaped, and are not always; outside of texts a blank means the same. */
function parseWithBareControls(text: string): unknown {
  try {
    return JSON.parse(text.replace(/[\u0000-\u001f]/g, ' '))
  } catch {
    throw broken('its JSON is broken, or was cut off')
  }
}

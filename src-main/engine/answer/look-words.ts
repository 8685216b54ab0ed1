import type { Host } from '../context.ts'
import type { Lists } from './second-look/languages.ts'
import { readWords } from './second-look/words/lists.ts'

// A cache, not state: the lists are files that ship, and compiling them is not for every keystroke.
const known = new WeakMap<Host, Lists>()

/** The phrase lists of the second look, read with the first look. */
export function lookWords(host: Host): Lists {
  const lists = known.get(host) ?? {
    es: readWords(host.resources, 'es'),
    en: readWords(host.resources, 'en'),
    pt: readWords(host.resources, 'pt'),
  }
  known.set(host, lists)
  return lists
}

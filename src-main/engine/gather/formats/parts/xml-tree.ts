import { Parser } from 'htmlparser2'
import { broken } from './broken.ts'
import { createNames, type ElementName, type Names } from './xml-names.ts'
import { add, addNested, addUnclosed, open, toNode, type Open } from './xml-open.ts'
import { bareMarkup, decodeReferences } from './xml-text.ts'

/** An element: its text, or an object of attributes (`$`), text (`_`) and arrays of children by name. */
export type XmlElement = Readonly<Record<string, unknown>>

export interface XmlTree {
  readonly root: XmlElement
  /** The text ended before its elements did. */
  readonly isCutOff: boolean
}

export const MAX_DEPTH = 512
/** Of one element's text; twice what is kept of an item, and what its references take in memory is many times more. */
const MAX_TEXT = 4_000_000

/** Where the reading stands. */
interface Reading {
  readonly text: string
  readonly names: Names
  readonly stack: Open[]
  top: Open
  hasRoot: boolean
  isAtEnd: boolean
  isCutOff: boolean
  /** The text was cut inside the element that is closed next. */
  isTornHere: boolean
}

const ROOTS = /^(?:[\w.-]+:)?(?:feed|rss|rdf)$/
const DOCUMENT: ElementName = { key: '', isItem: false, isStructure: true, isText: false }
const AS_XML = { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true }

/**
 * Reads XML in one pass and forgives: what is never closed ends with what is around it, what was never opened is left
 * out. Of a text that was cut off, the item it was cut in is left out too: half of it would be said to be edited later.
 */
export function readXmlTree(text: string): XmlTree {
  const reading = startReading(text)
  let isQuoted = false
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        openElement(reading, tag, attributes, parser.endIndex + 1)
      },
      ontext: (piece) => {
        const { top } = reading
        const kept = piece.slice(0, MAX_TEXT - top.text.length)
        if (top.text !== '' || !isBlank(kept)) top.text += isQuoted ? kept : decodeReferences(kept)
      },
      oncdatastart: () => {
        isQuoted = true
      },
      oncdataend: () => {
        isQuoted = false
      },
      onclosetag: (_, isImplied) => {
        closeElement(reading, isImplied ? null : parser.startIndex)
      },
    },
    AS_XML,
  )
  parser.write(text)
  reading.isAtEnd = true
  parser.end()
  return { root: reading.top.children ?? {}, isCutOff: reading.isCutOff }
}

function startReading(text: string): Reading {
  const top = open(DOCUMENT, null, null, 0)
  const now = { hasRoot: false, isAtEnd: false, isCutOff: false, isTornHere: isTorn(text) }
  return { text, names: createNames(), stack: [top], top, ...now }
}

function openElement(
  reading: Reading,
  tag: string,
  given: Readonly<Record<string, string>>,
  from: number,
): void {
  const { names, stack } = reading
  const attributes = readAttributes(given, names)
  if (!reading.hasRoot && ROOTS.test(tag)) {
    names.setRoot(tag, given['xmlns'] ?? null)
    reading.hasRoot = true
  }
  reading.top = open(names.element(tag), reading.top, attributes, from)
  stack.push(reading.top)
  if (stack.length > MAX_DEPTH) throw broken(`its elements nest deeper than ${MAX_DEPTH}`)
}

/** `to` is where its closing tag begins, null where it has none. */
function closeElement(reading: Reading, to: number | null): void {
  const { text, names, stack } = reading
  const element = stack.pop()
  const parent = stack.at(-1)
  if (element === undefined || parent === undefined) return
  reading.top = parent
  if (reading.isAtEnd && isLeftOut(reading, element)) addNested(parent, element)
  else if (to === null) addUnclosed(parent, element)
  else
    add(
      parent,
      element.name.key,
      toNode(element, () => bareMarkup(text.slice(element.from, to), names.xhtml())),
    )
}

/** Whether it is the item that the text was cut in. */
function isLeftOut(reading: Reading, { name }: Open): boolean {
  const isLeft = reading.isTornHere && name.isItem
  reading.isCutOff = true
  reading.isTornHere = !name.isItem
  return isLeft
}

/** The last tag was cut in its middle. */
function isTorn(text: string): boolean {
  return text.lastIndexOf('>') < text.lastIndexOf('<')
}

function isBlank(text: string): boolean {
  return text.charCodeAt(0) <= 32 && text.trim() === ''
}

function readAttributes(given: Readonly<Record<string, string>>, names: Names): Open['attributes'] {
  let kept: Record<string, string> | null = null
  for (const name in given) {
    const value = decodeReferences(given[name] ?? '')
    if (name.startsWith('xmlns:')) names.bind(name.slice(6), value)
    kept ??= {}
    kept[name] = value
  }
  for (const name in kept) {
    const known = names.attribute(name)
    if (known !== name) kept[known] = kept[name] ?? ''
  }
  return kept
}

import { type Look, type LookedAt, rangeIn, wordsAt } from './looked-at.ts'
import { allMatches, firstMatch, matches, type Span, textOf } from './words/sentences.ts'

/** What belongs to one person, asked for or given where everybody reads. The brand's own contact is public. */
export const lookAtPrivateData: Look = (at) => {
  for (const [index, sentence] of at.draft.sentences.entries()) {
    const given = givenIn(at, sentence)
    const asked = given === null ? askedIn(at, index) : null
    const found = given ?? asked
    if (found === null) continue
    const range = rangeIn(at, { start: sentence.start + found.start, end: sentence.start + found.end })
    const phrase = wordsAt(at, range)
    return {
      code: 'private-data',
      message: given
        ? `Everybody can read “${phrase}” here.`
        : `“${phrase}” is asked for where everybody reads.`,
      facts: { phrase, kind: given ? 'given' : 'asked' },
      at: range,
      blocks: false,
    }
  }
  return null
}

const MAIL = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/g
const NUMBERS: readonly RegExp[] = [
  /\b[a-z]{2}\d{2}(?:[ ]?[a-z0-9]{4}){3,}(?:[ ]?[a-z0-9]{1,4})?\b/g,
  /\b(?:\d[ -]?){13,19}\b/g,
  /\b(?:[xyz]-?)?\d{7,8}-?[a-z]\b/g,
  /\b\d{3}\.\d{3}\.\d{3}-\d{2}\b/g,
  /\b(?:dni|nie|nif|cpf|rg|passport|pasaporte|passaporte|cuit|cuil|rut|curp|ssn|cedula)(?: (?:number|numero|no|n|es|e|is))?:? (?=[a-z]*\d)[a-z0-9.-]{5,}/g,
]
const PHONE =
  /(?<![\d/.,-])\+?\(?\d{2,5}\)?(?:[ .-]?\d{2,5}){2,4}(?![\d/]|\s?(?:€|eur|euros|pounds|reais|dolares|dollars|h\b))/g
const HOME =
  /\b(?:calle|avenida|avda|paseo|plaza|rua|travessa|avenida|[0-9]+ [a-z]+ (?:street|road|lane|avenue|drive|close))\b/
const FREE_MAIL =
  /@(?:gmail|hotmail|outlook|yahoo|live|icloud|msn|proton|protonmail|aol|gmx|uol|bol|terra|sapo)\./

function givenIn(at: LookedAt, sentence: Span): Span | null {
  const text = textOf(at.draft, sentence)
  const { match } = at.words
  const theirs = matches(match.theirContact, text)
  for (const number of NUMBERS) {
    const found = firstMatch(number, text)
    if (
      found &&
      !isOurs(at, text.slice(found.start, found.end)) &&
      !isAmount(text.slice(found.start, found.end))
    )
      return found
  }
  const isPublic = matches(match.publicContact, text) && !theirs
  const mail = allMatches(MAIL, text).find(({ start, end }) => {
    const address = text.slice(start, end)
    return !isOurs(at, address) && (theirs || (!isPublic && FREE_MAIL.test(address)))
  })
  if (mail) return mail
  const phone = allMatches(PHONE, text).find(({ start, end }) => {
    const digits = text.slice(start, end).replace(/\D/g, '')
    return (
      digits.length >= 8 &&
      digits.length <= 14 &&
      theirs &&
      !isOurs(at, digits) &&
      !isDate(text.slice(start, end))
    )
  })
  if (phone) return phone
  const home = firstMatch(match.theirContact, text)
  return home &&
    HOME.test(text.slice(home.start)) &&
    /\b(?:viv|live|mora|resid|casa|domicilio|direccion|address|endereco|morada)/.test(
      text.slice(home.start, home.end + 12),
    )
    ? { start: home.start, end: text.length }
    : null
}

function isOurs({ brand }: LookedAt, found: string): boolean {
  const domain = /@([a-z0-9-]+)\./.exec(found)?.[1]
  if (domain !== undefined)
    return (
      brand.own.replace(/[^a-z0-9]/g, '').includes(domain.replace(/-/g, '')) || brand.own.includes(domain)
    )
  const digits = found.replace(/\D/g, '')
  return digits.length >= 7 && brand.own.replace(/\D/g, '').includes(digits)
}

/** Sixteen digits are a card; so many of a parcel or an order have no groups of four. */
function isAmount(found: string): boolean {
  return /^\d+$/.test(found) && found.length !== 16
}

function isDate(found: string): boolean {
  return /^\d{1,2}[ ./-]\d{1,2}[ ./-](?:\d\d|\d{4})$/.test(found) || /^\d{4}-\d\d-\d\d$/.test(found)
}

/** A sentence that asks for it, and neither it nor its neighbours speak of a private message. */
function askedIn({ draft, words: { match } }: LookedAt, index: number): Span | null {
  const sentence = draft.sentences[index]
  if (!sentence) return null
  const text = textOf(draft, sentence)
  if (matches(match.neverAsks, text)) return null
  const around = draft.sentences.slice(Math.max(0, index - 1), index + 2)
  if (around.some((each) => matches(match.inPrivate, textOf(draft, each)))) return null
  const things = firstMatch(match.privateThings, text)
  if (things === null) return null
  const asks = allMatches(match.asksFor, text).find(({ start, end }) => isAsking(text, start, end))
  if (!asks) return null
  return { start: Math.min(asks.start, things.start), end: Math.max(asks.end, things.end) }
}

const OURS_NOT_THEIRS =
  /(?:mos|rei|re|ra|ras|ei|ou|ado|ada|ido|ida|ando|endo|aron|aram|ste|ndo|ing|ed|sent|gave|told|left|ran|rao)$/
const WE =
  /(?:\b(?:i|we|i've|we've|has|have|been|was|were|cannot|yo)|'ll|\bwill|\b(?:te|le|os|lhe|ya|ja|he|hemos|se))\s$/
const ALWAYS = /^(?:necesit|precis|solicit|need|require)/

function isAsking(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end)
  if (ALWAYS.test(word)) return true
  return !OURS_NOT_THEIRS.test(word) && !WE.test(text.slice(Math.max(0, start - 10), start))
}

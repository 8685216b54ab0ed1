import PostalMime, { type Email } from 'postal-mime'
import type { Rating } from '../../../../contract/mentions.ts'
import type { GatheredItem } from '../../formats/format.ts'
import { parseDate } from '../../formats/parts/dates.ts'
import { escapeText } from '../../formats/parts/markup.ts'
import { ratingInReview, ratingInWords, readRating } from '../../formats/parts/rating.ts'

/**
 * One mail as what it says: the subject, the text, and, where a place told of a review by mail, its stars. Null when
 * it is no mail, or an empty one.
 */
export async function readMail(bytes: Uint8Array): Promise<GatheredItem | null> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' }).catch(() => null)
  if (mail === null || mail.headers.length === 0) return null
  const subject = mail.subject?.trim() ?? ''
  const text = mail.text?.trim() ?? ''
  const html = mail.html?.trim() ?? ''
  if (subject === '' && text === '' && html === '') return null
  const date = mail.date === undefined ? null : parseDate(mail.date)
  const rating = ratingIn(subject, text === '' ? html.replace(/<[^>]*>/g, '\n') : text)
  const inReplyTo = bare(mail.inReplyTo)
  return {
    externalId: bare(mail.messageId),
    title: escapeText(subject),
    markup: text === '' && html !== '' ? html : null,
    text: text === '' ? null : text,
    url: null,
    author: authorOf(mail),
    rating,
    publishedAt: date,
    updatedAt: null,
    inReplyTo,
    kind: rating !== null ? 'review' : null,
  }
}

/** Places write for others: who really speaks is who is to be answered. */
function authorOf({ replyTo, from, sender }: Email): GatheredItem['author'] {
  const people = [...(replyTo ?? []), from, sender].filter((one) => one !== undefined)
  const named = people.find(({ name }) => name.trim() !== '')
  const [first] = people
  const name = named?.name.trim() ?? first?.address?.split('@')[0] ?? ''
  // Where they can be written to: the address beside the name, or the first there is.
  const handle = (named ?? first)?.address ?? null
  return name === '' ? null : { name: escapeText(name), handle, url: null }
}

function bare(id: string | undefined): string | null {
  const text = id?.trim().replace(/^<|>.*$/gs, '') ?? ''
  return text === '' ? null : text
}

const LOOKED_AT = 4000

/** In the subject, in a line of its own, or named in the text. */
function ratingIn(subject: string, body: string): Rating | null {
  const text = body.slice(0, LOOKED_AT)
  const lines = text.split('\n').map((line) => line.trim())
  const alone = lines.filter((line) => line.length <= 24 && /[★⭐🌟]|\d\s*\/\s*(?:5|10)$/u.test(line))
  return (
    ratingInReview(subject) ??
    alone.map((line) => readRating(line)).find((rating) => rating !== null) ??
    ratingInWords(text) ??
    (/\d[\s-](?:stars?|estrellas?|estrelas?)/i.test(text) ? ratingInReview(starsOnly(text)) : null)
  )
}

/** Without the dates and shares of a letter, which `4/5` may be as well. */
function starsOnly(text: string): string {
  return text.replace(/\d+\s*\/\s*\d+/g, ' ')
}

import { createReadStream } from 'node:fs'

/** A line that begins a mail in an mbox (RFC 4155): who, and when, the year last or before a zone. */
const BEGINS = /(?:^|\r?\n\r?\n)From \S[^\n]*\d{4}[^\n]{0,10}\r?\n/g
/** A mail beyond this is a picture; its words are read from its beginning. */
const MAX_MAIL = 32 * 1024 * 1024

/** The mails of an mbox one by one, as their bytes, with how many bytes were read. */
export async function* splitMbox(
  path: string,
): AsyncGenerator<{ readonly mail: Buffer; readonly done: number }> {
  let text = ''
  let done = 0
  // Bytes as characters: the charset is each mail's own.
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    text += String(chunk)
    done += String(chunk).length
    const { mails, rest } = wholeMails(text)
    for (const mail of mails) yield { mail: toBytes(mail), done }
    text = rest.length > MAX_MAIL ? rest.slice(0, MAX_MAIL) : rest
  }
  const last = text.replace(/^From [^\n]*\n/, '')
  if (last.trim() !== '') yield { mail: toBytes(last), done }
}

function wholeMails(text: string): { readonly mails: readonly string[]; readonly rest: string } {
  const starts = [...text.matchAll(BEGINS)]
  const last = starts.at(-1)
  if (last === undefined || starts.length < 2) return { mails: [], rest: text }
  const mails = starts.slice(0, -1).map((start, index) => {
    return text.slice(start.index + start[0].length, starts[index + 1]?.index)
  })
  return { mails, rest: text.slice(last.index).replace(/^(?:\r?\n){0,2}/, '') }
}

/** `>From ` was `From ` before it went into the box. */
function toBytes(mail: string): Buffer {
  return Buffer.from(mail.replace(/^>(>*From )/gm, '$1'), 'latin1')
}

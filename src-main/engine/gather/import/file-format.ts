import type { FileFormat } from '../../../contract/imports.ts'
import { sourceFormats } from '../formats/index.ts'

/** As files their fields are shown first, and may mean something else. */
const LOOKED_AT = ['jsonl', 'shop-reviews']

const HEADERS =
  /^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[\w-]+|DKIM-Signature|Reply-To): /im

/** What a file is, by its first bytes and, where these leave it open, by its name. Null: nothing that can be read. */
export function fileFormat(bytes: Buffer, head: string, name: string): FileFormat | null {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'xlsx'
  const text = head.trimStart()
  if (text.startsWith('<') || isFeed(text)) return 'feed'
  if (text.startsWith('[')) return 'json'
  if (text.startsWith('{')) return jsonOrLines(text, name)
  if (/^From \S+.*\d{4}/.test(text)) return 'mbox'
  if (/^[\w-]+: /.test(text) && HEADERS.test(text.slice(0, 4000)) && /\r?\n\r?\n/.test(text)) return 'eml'
  return byName(name)
}

function isFeed(text: string): boolean {
  return (
    text.startsWith('{') &&
    sourceFormats.some((one) => !LOOKED_AT.includes(one.name) && one.recognises(text, null))
  )
}

/** One object a line, or one object for all. */
function jsonOrLines(text: string, name: string): 'json' | 'jsonl' {
  if (/\.(?:jsonl|ndjson)$/i.test(name)) return 'jsonl'
  const [first = ''] = text.split('\n', 1)
  if (first.trim() === text.trim() && /\.json$/i.test(name)) return 'json'
  try {
    JSON.parse(first)
    return 'jsonl'
  } catch {
    // The first line of an object that goes over several, or a broken line among lines that are whole.
    const lines = text.split('\n').filter((line) => /^\{.*\}\s*$/.test(line))
    return lines.length > 1 ? 'jsonl' : 'json'
  }
}

function byName(name: string): FileFormat | null {
  if (/\.tsv$/i.test(name)) return 'tsv'
  if (/\.eml$/i.test(name)) return 'eml'
  if (/\.(?:mbox|mbx)$/i.test(name)) return 'mbox'
  return 'csv'
}

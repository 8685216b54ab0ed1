const MOST_GRAPHEMES = 280
/** Said where a quote goes on beyond what is shown. */
const CUT = ' […]'

/**
 * What is quoted of a text: whole sentences from its beginning, as many as fit; where the first is too long, the
 * first later one that fits. Null where nothing does.
 */
export function quoteText(text: string): string | null {
  const sentences = sentencesOf(text)
  const fitting = longestBeginning(sentences)
  if (fitting !== null) return fitting
  const later = sentences.find(
    (sentence) => length(sentence) + 2 * CUT.length <= MOST_GRAPHEMES && hasWord(sentence),
  )
  if (later === undefined) return null
  return `[…] ${later}${later === sentences.at(-1) ? '' : CUT}`
}

function longestBeginning(sentences: readonly string[]): string | null {
  const whole = sentences.join(' ')
  if (length(whole) <= MOST_GRAPHEMES) return hasWord(whole) ? whole : null
  let quoted = ''
  for (const sentence of sentences) {
    const longer = quoted === '' ? sentence : `${quoted} ${sentence}`
    if (length(longer) + CUT.length > MOST_GRAPHEMES) break
    quoted = longer
  }
  return hasWord(quoted) ? `${quoted}${CUT}` : null
}

function sentencesOf(text: string): string[] {
  // A text can be a million characters; what is quoted is near its beginning.
  const beginning = text.slice(0, 20_000).replace(/\s+/g, ' ').trim()
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(beginning)
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '')
}

/** Letters as people count them. */
function length(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length
}

function hasWord(text: string): boolean {
  return /\p{L}/u.test(text)
}

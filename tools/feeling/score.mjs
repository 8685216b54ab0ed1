// @ts-check
const CLASSES = ['negative', 'neutral', 'positive']

/**
 * Macro-F1 of three classes, and the share of what is not neutral that is called its opposite.
 * @param {readonly (readonly [wanted: string, told: string])[]} pairs
 */
export function scoreOf(pairs) {
  const each = CLASSES.map((one) => {
    const right = pairs.filter(([wanted, told]) => wanted === one && told === one).length
    const wrong = pairs.filter(([wanted, told]) => (wanted === one) !== (told === one)).length
    return right === 0 ? 0 : (2 * right) / (2 * right + wrong)
  })
  const polar = pairs.filter(([wanted]) => wanted !== 'neutral')
  const opposite = polar.filter(([wanted, told]) => told !== 'neutral' && told !== wanted)
  return {
    each,
    macroF1: each.reduce((sum, one) => sum + one, 0) / each.length,
    opposite: opposite.length / Math.max(1, polar.length),
  }
}

const OURS = ['es', 'en', 'pt']

/**
 * Recall by language, of texts of three to five words, and how many of other languages (Galician aside, which is both
 * of its neighbours) are taken for one of the three.
 * @param {readonly { text: string, lang: string, told: string | null }[]} texts
 */
export function rightOf(texts) {
  /** @param {(one: typeof texts[number]) => boolean} which @param {(one: typeof texts[number]) => boolean} is */
  const share = (which, is) => {
    const among = texts.filter(which)
    return among.length === 0 ? 0 : among.filter(is).length / among.length
  }
  /** @param {typeof texts[number]} one */
  const isRight = ({ lang, told }) => lang === told
  /** @param {string} text */
  const words = (text) => text.trim().split(/\s+/).length
  return {
    recall: Object.fromEntries(
      OURS.map((language) => [language, share(({ lang }) => lang === language, isRight)]),
    ),
    short: share(({ lang, text }) => OURS.includes(lang) && words(text) >= 3 && words(text) <= 5, isRight),
    taken: share(
      ({ lang }) => !OURS.includes(lang) && lang !== 'gl',
      ({ told }) => told !== null && OURS.includes(told),
    ),
  }
}

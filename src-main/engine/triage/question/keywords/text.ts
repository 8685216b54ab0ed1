import { MentionKind } from '../../../../contract/mentions.ts'
import { condition, type Keyword, wordKeyword } from './keyword.ts'

/** `lang:pt`; `lang:none` where we are not sure. */
export const lang: Keyword = {
  name: 'lang',
  takes: 'a language (es, en, pt …), or none',
  example: 'pt',
  normalise: (value) => (/^(?:[a-z]{2,3}|none)$/i.test(value) ? value.toLowerCase() : null),
  condition: (value) => {
    const ofMention = '(SELECT lang FROM mention_text WHERE mention_text.id = state.id)'
    return value === 'none' ? condition(`${ofMention} IS NULL`) : condition(`${ofMention} = ?`, value)
  },
}

export const kind = wordKeyword(
  'kind',
  Object.fromEntries(
    MentionKind.options.map((name) => [
      name,
      () => condition('(SELECT kind FROM mention WHERE mention.id = state.id) = ?', name),
    ]),
  ),
)

import { MentionKind } from '../../../../contract/mentions.ts'
import { condition, isNone, type Keyword, wordKeyword } from './keyword.ts'

/** `lang:pt`; `lang:none` where we are not sure. */
export const lang: Keyword = {
  name: 'lang',
  es: 'idioma',
  also: ['language', 'lengua', 'lingua'],
  about: { en: 'the language it is written in', es: 'el idioma en que está escrito' },
  takes: { en: 'a language (es, en, pt …), or none', es: 'un idioma (es, en, pt …), o ninguno' },
  example: 'pt',
  offers: { kind: 'languages' },
  normalise: (value) => {
    if (isNone(value)) return 'none'
    return /^[a-z]{2,3}$/i.test(value) ? value.toLowerCase() : null
  },
  says: (value) =>
    value === 'none'
      ? { en: 'in a language we are not sure of', es: 'en un idioma sin reconocer' }
      : { en: `in ${nameOf(value, 'en')}`, es: `en ${nameOf(value, 'es')}` },
  condition: (value) =>
    value === 'none' ? condition('state.lang IS NULL') : condition('state.lang = ?', value),
}

function nameOf(code: string, tongue: string): string {
  return new Intl.DisplayNames([tongue], { type: 'language' }).of(code) ?? code
}

const KINDS = {
  post: { es: 'publicación', also: ['publicacao'], says: { en: 'posts', es: 'publicaciones' } },
  comment: { es: 'comentario', also: [], says: { en: 'comments', es: 'comentarios' } },
  review: { es: 'reseña', also: ['avaliacao', 'opinion'], says: { en: 'reviews', es: 'reseñas' } },
} as const

export const kind = wordKeyword(
  {
    name: 'kind',
    es: 'tipo',
    also: ['type'],
    about: { en: 'a post, a comment or a review', es: 'publicación, comentario o reseña' },
  },
  Object.fromEntries(
    MentionKind.options.map((name) => [
      name,
      {
        ...KINDS[name],
        condition: () => condition('(SELECT kind FROM mention WHERE mention.id = state.id) = ?', name),
      },
    ]),
  ),
)

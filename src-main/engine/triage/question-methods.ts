import type { HandlersFor } from '../../contract/method.ts'
import type { questions } from '../../contract/questions.ts'
import { brandsOf, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { askedBrand } from './question/asked-brand.ts'
import { completeQuestion } from './question/complete.ts'
import { explainQuestion, type NoteOf } from './question/explain.ts'
import { tagKey } from './question/fold.ts'
import type { Said } from './question/question.ts'
import { shelfOf } from './question/shelf-store.ts'

export const questionMethods: HandlersFor<typeof questions, EngineContext> = {
  'questions.explain': (context, { text, brandId, language = 'en' }) => {
    const noteOf = notesOf(brandsOf(context, brandId), context.host.clock.now())
    const { chips, marks, mistake } = explainQuestion(text, language, noteOf)
    return {
      chips: [...chips],
      marks: marks.map(({ tokens, last }) => ({ tokens: [...tokens], last })),
      error: mistake && {
        start: mistake.start,
        end: mistake.end,
        word: mistake.word,
        message: mistake.says[language],
        instead: mistake.instead,
      },
    }
  },

  'questions.complete': (context, { text, at, brandId, language = 'en' }) => {
    const { start, end, items } = completeQuestion(text, at, language, shelfOf(brandsOf(context, brandId)))
    return { start, end, items: [...items] }
  },
}

const NO_TAG: Said = { en: 'There is no such tag.', es: 'No hay ninguna etiqueta así.' }
const NO_SOURCE: Said = { en: 'There is no such source.', es: 'No hay ninguna fuente así.' }

/** A tag or a source that none of the brands has: it finds nothing, and says why. */
function notesOf(files: readonly BrandFile[], now: number): NoteOf {
  return (key, value) => {
    if (key === 'tag' && value !== 'none')
      return files.some((file) => askedBrand(file, now).tags(tagKey(value)).rows.length > 0) ? null : NO_TAG
    if (key === 'source')
      return files.some((file) => askedBrand(file, now).sources(value).rows.length > 0) ? null : NO_SOURCE
    return null
  }
}

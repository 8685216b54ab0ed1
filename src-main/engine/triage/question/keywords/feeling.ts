import { FELT } from '../../feeling-columns.ts'
import { condition, wordKeyword } from './keyword.ts'

export const NOT_SURE = `${FELT} IS NULL`

/** `feeling:negative`. */
export const feeling = wordKeyword(
  {
    name: 'feeling',
    es: 'sentimiento',
    also: ['sentiment', 'sentimento', 'animo'],
    about: { en: 'what the person seems to feel', es: 'lo que parece sentir la persona' },
  },
  {
    negative: {
      es: 'negativo',
      also: ['negativa'],
      says: { en: 'negative', es: 'negativo' },
      condition: () => condition(`${FELT} < 0`),
    },
    neutral: {
      es: 'neutro',
      also: ['neutra'],
      says: { en: 'neutral', es: 'neutro' },
      condition: () => condition(`${FELT} = 0`),
    },
    positive: {
      es: 'positivo',
      also: ['positiva'],
      says: { en: 'positive', es: 'positivo' },
      condition: () => condition(`${FELT} > 0`),
    },
    none: {
      es: 'ninguno',
      also: ['unsure', 'not-sure', 'no-se-sabe', 'nenhum'],
      says: { en: 'feeling not sure', es: 'sentimiento sin saber' },
      condition: () => condition(NOT_SURE),
    },
  },
)

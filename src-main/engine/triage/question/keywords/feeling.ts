import { condition, wordKeyword } from './keyword.ts'

/** What a mention's stars say of its feeling, as far as nothing else is known of it. */
const STARS = '(SELECT stars FROM mention WHERE mention.id = state.id)'

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
      condition: () => condition(`${STARS} < 2.5`),
    },
    neutral: {
      es: 'neutro',
      also: ['neutra'],
      says: { en: 'neutral', es: 'neutro' },
      condition: () => condition(`${STARS} >= 2.5 AND ${STARS} < 3.5`),
    },
    positive: {
      es: 'positivo',
      also: ['positiva'],
      says: { en: 'positive', es: 'positivo' },
      condition: () => condition(`${STARS} >= 3.5`),
    },
    none: {
      es: 'ninguno',
      also: ['unsure', 'not-sure', 'no-se-sabe', 'nenhum'],
      says: { en: 'feeling not sure', es: 'sentimiento sin saber' },
      condition: () => condition(`${STARS} IS NULL`),
    },
  },
)

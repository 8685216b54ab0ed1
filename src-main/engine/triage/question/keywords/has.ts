import { condition, saidBy, type Word, wordKeyword } from './keyword.ts'

const always = (sql: string) => () => condition(sql)
const among = (sql: string) => always(`state.id IN (${sql})`)

const OPEN_PROMISE = "SELECT mention_id FROM promise WHERE state = 'open'"
const WITH_NOTES = `SELECT mention.id AS mention_id FROM person JOIN author ON author.person_id = person.id
  JOIN mention ON mention.author_id = author.id WHERE person.notes <> ''`
const LINKED = `(SELECT html LIKE '%<a %' FROM mention_markup WHERE mention_markup.id = state.id)`
const WRITTEN_LINK = `(SELECT body LIKE '%http://%' OR body LIKE '%https://%' FROM mention_text
  WHERE mention_text.id = state.id)`

const WORDS: Readonly<Record<string, Word>> = {
  draft: {
    es: 'borrador',
    also: ['rascunho'],
    says: { en: 'with a draft', es: 'con borrador' },
    condition: among('SELECT mention_id FROM draft'),
  },
  promise: {
    es: 'promesa',
    also: ['promessa'],
    says: { en: 'with an open promise', es: 'con una promesa por cumplir' },
    condition: among(OPEN_PROMISE),
  },
  reply: {
    es: 'respuesta',
    also: ['resposta', 'answer'],
    says: { en: 'with a reply of ours', es: 'con respuesta nuestra' },
    condition: among("SELECT mention_id FROM reply WHERE state NOT IN ('refused', 'stopped')"),
  },
  note: {
    es: 'nota',
    also: ['notes', 'notas'],
    says: { en: 'by somebody we keep notes on', es: 'de alguien con notas' },
    condition: (brand) => saidBy(WITH_NOTES, brand),
  },
  tag: {
    es: 'etiqueta',
    also: ['marcador', 'tags', 'etiquetas'],
    says: { en: 'with a tag', es: 'con etiqueta' },
    condition: always('EXISTS (SELECT 1 FROM mention_tag WHERE mention_tag.mention_id = state.id)'),
  },
  rating: {
    es: 'estrellas',
    also: ['stars', 'valoracion', 'estrelas', 'avaliacao'],
    says: { en: 'with stars', es: 'con estrellas' },
    condition: always('state.stars IS NOT NULL'),
  },
  images: {
    es: 'imágenes',
    also: ['image', 'imagen', 'fotos', 'imagens', 'imagem'],
    says: { en: 'with images', es: 'con imágenes' },
    condition: always('(SELECT images FROM mention_markup WHERE mention_markup.id = state.id) > 0'),
  },
  link: {
    es: 'enlace',
    also: ['links', 'enlaces', 'ligacao'],
    says: { en: 'with a link', es: 'con enlace' },
    condition: always(`(${LINKED} OR ${WRITTEN_LINK})`),
  },
  twin: {
    es: 'repetición',
    also: ['copia', 'repeticao'],
    says: { en: 'seen in several places', es: 'visto en varios sitios' },
    condition: always(`(state.id IN (SELECT head_id FROM mention_twin)
      OR EXISTS (SELECT 1 FROM mention_seen WHERE mention_seen.mention_id = state.id))`),
  },
}

export const has = wordKeyword(
  {
    name: 'has',
    es: 'tiene',
    also: ['con', 'with', 'tem', 'com'],
    about: { en: 'what it comes with', es: 'lo que lleva' },
  },
  WORDS,
)

import { expect, test } from 'vitest'
import { keywords, namesOf } from '../../../../src-main/engine/triage/question/keywords/index.ts'
import { formsOf } from '../../../../src-main/engine/triage/question/keywords/keyword.ts'
import { parseQuestion } from '../../../../src-main/engine/triage/question/parse.ts'
import { printQuestion } from '../../../../src-main/engine/triage/question/print.ts'

/** The same question in English, Spanish and Portuguese. */
const SAME: readonly (readonly [string, ...string[]])[] = [
  ['is:unread', 'es:sin-leer', 'es:"sin leer"', 'está:no-leída', 'es:não-lida', 'IS:UNREAD'],
  ['is:unanswered', 'es:sin-respuesta', 'es:sin-responder', 'es:sem-resposta', 'is:sin_respuesta'],
  ['is:open', 'es:abierta', 'es:abierto', 'es:aberta'],
  ['is:pending', 'es:pendiente', 'es:pendente'],
  ['is:resolved', 'es:resuelta', 'es:resuelto', 'es:resolvida'],
  ['is:answered', 'es:respondida', 'es:contestada'],
  ['is:snoozed', 'es:pospuesta', 'es:adiada'],
  ['is:came-back', 'es:volvió', 'es:volvio-a-escribir', 'es:voltou', 'is:"came back"'],
  ['is:queued', 'es:por-enviar', 'es:a-enviar'],
  ['is:edited', 'es:editada'],
  ['is:please-read', 'es:leer-por-favor', 'es:leia-por-favor'],
  ['status:new', 'estado:nueva', 'estado:nuevo', 'situação:nova'],
  ['status:open', 'estado:abierta'],
  ['status:pending', 'estado:pendiente'],
  ['status:resolved', 'estado:resuelta'],
  ['reason:answered', 'motivo:respondida'],
  ['reason:no-reply-needed', 'motivo:no-hace-falta', 'razón:no-hace-falta'],
  ['reason:not-about-us', 'motivo:no-es-sobre-nosotros', 'motivo:não-é-sobre-nós'],
  ['reason:spam', 'motivo:spam', 'razão:spam'],
  ['reason:duplicate', 'motivo:duplicada'],
  ['reason:before-our-time', 'motivo:de-antes'],
  ['has:draft', 'tiene:borrador', 'con:borrador', 'tem:rascunho'],
  ['has:promise', 'tiene:promesa', 'com:promessa'],
  ['has:reply', 'tiene:respuesta', 'tem:resposta', 'has:answer'],
  ['has:note', 'tiene:nota', 'tiene:notas', 'has:notes'],
  ['has:tag', 'tiene:etiqueta', 'tem:marcador'],
  ['has:rating', 'tiene:estrellas', 'con:valoración'],
  ['has:images', 'tiene:imágenes', 'con:imagen', 'tem:imagens', 'has:image'],
  ['has:link', 'tiene:enlace', 'has:links'],
  ['has:twin', 'tiene:repetición'],
  ['promise:due', 'promesa:vence', 'promessa:vencida'],
  ['promise:open', 'promesa:abierta'],
  ['promise:kept', 'promesa:cumplida', 'promessa:cumprida'],
  ['promise:broken', 'promesa:rota', 'promesa:incumplida'],
  ['is:not-sure', 'es:no-se-sabe', 'is:unsure'],
  ['feeling:negative', 'sentimiento:negativo', 'sentimento:negativa'],
  ['feeling:neutral', 'sentimiento:neutro'],
  ['feeling:positive', 'sentimiento:positivo'],
  ['feeling:none', 'sentimiento:ninguno'],
  ['by:rule', 'por:regla', 'por:regra'],
  ['by:mute', 'por:silencio'],
  ['rule:any', 'regla:alguna', 'regra:alguma'],
  ['rule:"Solo gracias"', 'regla:"Solo gracias"'],
  ['tag:delivery', 'etiqueta:delivery', 'marcador:delivery', '  Etiqueta:delivery '],
  ['tag:delivery/late', 'etiqueta:"delivery / late"'],
  ['tag:none', 'etiqueta:ninguna', 'tag:nenhuma'],
  ['rating:<=2', 'estrellas:<=2', 'estrelas:≤2', 'stars:<=2', 'avaliação:<=2'],
  ['rating:>=4.5', 'estrellas:>=4,5'],
  ['rating:3..5', 'estrellas:3-5', 'rating:3–5'],
  ['rating:=1', 'estrellas:1', 'rating:1'],
  ['rating:none', 'estrellas:ninguna'],
  ['from:Ana', 'de:Ana', 'autor:Ana', 'author:Ana'],
  ['from:"Ana García"', 'de:"Ana García"'],
  ['source:trustpilot', 'fuente:trustpilot', 'fonte:trustpilot'],
  ['lang:pt', 'idioma:pt', 'lengua:PT', 'language:pt', 'língua:pt'],
  ['lang:none', 'idioma:ninguno'],
  ['kind:post', 'tipo:publicación', 'tipo:publicação'],
  ['kind:comment', 'tipo:comentario', 'type:comentário'],
  ['kind:review', 'tipo:reseña', 'tipo:avaliação'],
  ['after:2026-10-01', 'desde:2026-10-01', 'después:2026-10-01', 'depois:2026-10-01', 'since:2026-10-01'],
  ['after:-7d', 'desde:-7d', 'desde:7d'],
  ['after:yesterday', 'desde:ayer', 'desde:ontem'],
  ['before:2026-10', 'antes:2026-10'],
  ['before:today', 'antes:hoy', 'antes:hoje'],
  ['on:2026-10-01', 'día:2026-10-01', 'fecha:2026-10-01', 'data:2026-10-01', 'on:2026-10-01..2026-10-01'],
  ['on:2026-09..2026-10', 'dia:2026-09..2026-10'],
  ['on:today', 'día:hoy'],
  ['person:b1.p7', 'persona:b1.p7', 'pessoa:B1.P7'],
  ['conversation:b1.m81', 'conversación:b1.m81', 'conversa:b1.m81', 'thread:b1.m81'],
  ['a OR b', 'a O b', 'a OU b', '(a OR b)', '(a) OR (b)'],
  ['a b', 'a AND b', '(a b)', '(a) b'],
]

test.each(SAME)('%s is the same in every language', (english, ...others) => {
  expect(printQuestion(parseQuestion(english))).toBe(english)
  for (const other of others) expect(printQuestion(parseQuestion(other))).toBe(english)
})

test('every keyword, and every word it takes, is in that table', () => {
  const asked = new Set(SAME.map(([english]) => english))
  const missing = keywords.flatMap(({ name, offers }) =>
    offers.kind === 'words'
      ? offers.words.map(({ value }) => `${name}:${value}`).filter((each) => !asked.has(each))
      : [...asked].some((each) => each.startsWith(`${name}:`))
        ? []
        : [`${name}:`],
  )
  expect(missing).toEqual([])
})

test('no name means two keywords, and no word of a keyword two things', () => {
  const twice = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index)
  expect(twice(keywords.flatMap(namesOf))).toEqual([])
  for (const { offers } of keywords)
    if (offers.kind === 'words') expect(twice(offers.words.flatMap(formsOf))).toEqual([])
})

test('every example and everything offered is understood', () => {
  for (const { name, example, offers } of keywords) {
    const values = offers.kind === 'examples' ? offers.values : []
    for (const value of [example, ...values]) expect(parseQuestion(`${name}:${value}`)).toHaveLength(1)
  }
})

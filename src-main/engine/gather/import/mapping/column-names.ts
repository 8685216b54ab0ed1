import { ColumnMeaning } from '../../../../contract/imports.ts'
import { fold } from '../../save/naming.ts'

/**
 * How exports call their columns: Google Play Console, App Store Connect and their APIs, Google Business Profile,
 * Trustpilot, Amazon, Yelp, Booking, Tripadvisor, WooCommerce, Zendesk and people's own tables, in English, Spanish
 * and Portuguese. Without case and accents; `_ - . / : ( )` count as blanks, `displayName` as two words. The better
 * name stands first: of two columns of one meaning it wins, and the other is left out. Add what is missing.
 */
const NAMES: Readonly<Record<Exclude<ColumnMeaning, 'ignore'>, readonly string[]>> = {
  id: names(`
    external id, review id, reviewid, id review, comment id, mention id, post id, message id, ticket id, order review id,
    id, guid, uuid, uid, identifier, key, identificador, id de resena, id de la resena, id resena, id opinion,
    id de la opinion, id de opinion, id comentario, id del comentario, id de comentario, codigo, id da avaliacao,
    id avaliacao, id do comentario, review link id`),
  title: names(`
    review title, title, review headline, headline, subject, review subject, summary, titular, titulo, titulo de la resena,
    titulo de resena, titulo de la opinion, titulo resena, asunto, resumen, titulo da avaliacao, titulo do comentario,
    assunto, resumo`),
  text: names(`
    review text, review body, review content, review comment, comment text, text, body, content, review, comment, comments,
    message, description, feedback, mention, post, original text, snippet, full text, post text, post content, full review,
    texto de la resena, texto de resena, texto resena, texto de la opinion, texto del comentario, texto, resena, opinion,
    opiniones, comentario, comentarios, mensaje, contenido, descripcion, cuerpo, mencion, valoracion escrita,
    texto da avaliacao, texto do comentario, mensagem, conteudo, descricao, opiniao, depoimento, user comment text,
    comments user comment text`),
  author: names(`
    author name, reviewer name, reviewer display name, author, reviewer, display name, user name, username,
    reviewer nickname, nickname, nick, name, full name, consumer, consumer name, consumer display name, customer name,
    customer, guest name, guest, user, from, created by, posted by, profile name, first name, autor, nombre, usuario,
    nombre de usuario, nombre del autor, nombre del cliente, cliente, huesped, resenador, publicado por, nome,
    nome do autor, nome do cliente, nome de usuario, autor da avaliacao, hospede, publicado por`),
  handle: names(`
    author handle, handle, screen name, user handle, twitter handle, account, alias, cuenta, conta, arroba, perfil`),
  authorUrl: names(`
    author url, profile url, reviewer profile url, user url, profile link, author link, url del perfil, url do perfil`),
  date: names(`
    published at, date published, publication date, review submit date and time, review date and time,
    review created (utc), review created utc, review created, review date, created at, create time, created time,
    created date, date created, creation date, submitted at, submission date, submit date, submitted, posted at,
    post date, posted on, posted, published, published on, created, date, date and time, datetime, date time, time,
    timestamp, comment date, reviewed at, date of review, date of stay, stay date,
    fecha de publicacion, fecha publicacion, fecha de la resena, fecha de resena, fecha de la opinion, fecha de opinion,
    fecha de creacion, fecha creacion, fecha del comentario, fecha y hora, fecha, dia, momento, publicado, creado,
    data de publicacao, data da publicacao, data da avaliacao, data de criacao, data do comentario, data e hora, data,
    publicado em, criado em, review submit millis since epoch, comments user comment last modified seconds`),
  updated: names(`
    updated at, date modified, review last update date and time, last update date and time, last updated, last modified,
    update time, updated, modified, edited at, review updated, fecha de actualizacion, fecha de modificacion,
    ultima actualizacion, actualizado, modificado, data de atualizacao, ultima atualizacao, atualizado em,
    review last update millis since epoch`),
  rating: names(`
    rating value, star rating, review rating, review stars, rating, stars, score, review score, overall rating,
    overall score, total score, rate, number of stars, stars given, comments user comment star rating,
    calificacion, puntuacion, valoracion, estrellas, nota, puntaje, puntos, calificacion por estrellas,
    numero de estrellas, puntuacion global, valoracion global, avaliacao, classificacao, pontuacao, estrelas,
    numero de estrelas, avaliacao geral, nota geral, nps, nps score`),
  url: names(`
    url, review url, review link, permalink, permalink url, link, web url, source url, page url, href, post url, comment url, link to review, enlace, vinculo, enlace a la resena, url de la resena,
    link da avaliacao, url da avaliacao`),
  language: names(`
    language, review language, reviewer language, lang, locale, idioma, idioma de la resena, idioma del revisor, lengua,
    idioma da avaliacao, lingua, comments user comment reviewer language`),
  version: names(`
    app version name, app version, version, product version, app version code, version de la aplicacion,
    version de la app, versao, versao do app, versao do aplicativo, comments user comment app version name`),
  product: names(`
    product name, product title, product, app name, package name, item name, item, business name, location name,
    business unit, domain, hotel name, property name, place name, restaurant, asin, sku, store name, location, place,
    producto, nombre del producto, articulo, nombre del negocio, nombre de la ubicacion, establecimiento, local, tienda,
    produto, nome do produto, item avaliado, nome do estabelecimento, loja`),
  votes: names(`
    helpful votes, votes, helpful, helpful count, likes, like count, thumbs up count, thumbs up, useful, upvotes,
    votos utiles, votos, me gusta, util, votos uteis, curtidas, gostei, comments user comment thumbs up count`),
  inReplyTo: names(`
    in reply to, inreplyto, in reply to id, reply to, reply to id, parent id, parent, parent comment id, thread id,
    respuesta a, en respuesta a, id padre, em resposta a, resposta a`),
  reply: names(`
    developer reply text, developer response, developer reply, owner response, owner reply, business reply, company reply,
    company reply text, review reply comment, reply comment, reply text, reply, replies, response, response text,
    your reply, our reply, answer, property response, management response,
    respuesta, respuesta del desarrollador, respuesta del propietario, respuesta de la empresa, texto de la respuesta,
    nuestra respuesta, resposta, resposta do desenvolvedor, resposta do proprietario, resposta da empresa,
    comments developer comment text`),
  replyDate: names(`
    developer reply date and time, reply date, response date, reply time, replied at, review reply update time,
    reply update time, company reply date, owner response date, fecha de respuesta, fecha de la respuesta, data da resposta,
    comments developer comment last modified seconds`),
}

/** What several columns say together: what was liked, and what was not. */
const TEXT_PARTS: ReadonlySet<string> = new Set(
  names(`
    positive review, negative review, pros, cons, liked, disliked, what did you like, what did you dislike,
    lo positivo, lo negativo, comentario positivo, comentario negativo, lo mejor, lo peor, pontos positivos,
    pontos negativos, comentario positivo, comentario negativo`),
)

function names(list: string): readonly string[] {
  return list.split(',').map((name) => name.replace(/\s+/g, ' ').trim())
}

interface NamedMeaning {
  readonly meaning: Exclude<ColumnMeaning, 'ignore'>
  /** How good the name is: 0 for the best. */
  readonly rank: number
}

const BY_NAME: ReadonlyMap<string, NamedMeaning> = new Map(
  ColumnMeaning.exclude(['ignore']).options.flatMap((meaning) =>
    NAMES[meaning]
      .map((name, rank): [string, NamedMeaning] => [plainName(name), { meaning, rank }])
      // Where a name stands in a list twice, its first place counts.
      .toReversed(),
  ),
)

/** What a column of this name holds, or null. Of a name with dots, as JSON is opened, its last parts may say it. */
export function meaningByName(name: string): NamedMeaning | null {
  const plain = plainName(name)
  const known = BY_NAME.get(plain)
  if (known) return known
  if (TEXT_PARTS.has(plain)) return { meaning: 'text', rank: 1000 }
  const dot = name.indexOf('.')
  const later = dot < 0 ? null : meaningByName(name.slice(dot + 1))
  return later === null ? null : { ...later, rank: later.rank + 500 }
}

export function isTextPart(name: string): boolean {
  return TEXT_PARTS.has(plainName(name))
}

/** `Star_Rating (1-5)` is `star rating`. */
function plainName(name: string): string {
  return fold(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
    .replace(/\((?:utc|gmt|\d+\s*[-–]\s*\d+|.{0,3}\/\s*\d+)\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

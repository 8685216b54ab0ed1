import { type ContentWord, speaksOf } from './content.ts'

/** What a question asks for. */
export type Ask = 'when' | 'how-much' | 'where' | 'why' | 'how' | 'which-number' | 'whether'

const ASKS: Readonly<Record<Exclude<Ask, 'whether'>, RegExp>> = {
  when: /\b(?:cuando|que dia|que fecha|que fechas|a que hora|que hora|que horario|horarios?|cuanto (?:tarda|tiempo|falta|dura|demora)|hasta cuando|when|what time|which day|what day|how (?:long|soon)|opening hours|quando|que dia|que horas|quanto tempo|ate quando|que horario)\b/,
  'how-much':
    /\b(?:cuanto (?:cuesta|vale|sale|cobra\w*|es|cuestan|valen|me costaria)|cuanto cuesta|que precio|precios?|how much|what (?:is|'s) the (?:price|cost)|what does it cost|prices?|quanto (?:custa|e|sai|fica|custam)|qual o preco|que preco|precos?)\b/,
  where: /\b(?:donde|adonde|where|onde|aonde)\b/,
  why: /\b(?:por que|why|porque motivo|por que motivo|how come)\b/,
  how: /\b(?:como (?!es que|puede ser|e que|e possivel|pueden|podeis)|how (?:do|can|to|would|should|does))\b/,
  'which-number':
    /\b(?:que (?:telefono|numero|correo|mail|email|telemovel)|(?:which|what) (?:number|phone|email)|para que numero|qual (?:o|e o) (?:numero|telefone|e-mail|email))\b/,
}

/** The things one question asks for; whether, where none of the others. */
export function asksOf(question: string): Ask[] {
  const asked: Ask[] = []
  for (const ask of ['when', 'how-much', 'where', 'why', 'how', 'which-number'] as const) {
    if (ASKS[ask].test(question)) asked.push(ask)
  }
  return asked.length > 0 ? asked : ['whether']
}

export interface Answering {
  /** The draft, folded. */
  readonly text: string
  readonly original: string
  readonly asked: string
  readonly focus: readonly ContentWord[]
  readonly ours: readonly ContentWord[]
}

const TIME =
  /\b(?:hoy|manana|ayer|today|tomorrow|tonight|yesterday|hoje|amanha|ontem|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|segunda|terca|quarta|quinta|sexta|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|september|october|november|december|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro|primavera|verano|otono|invierno|spring|summer|autumn|winter|verao|outono|inverno|semana|week|month|mes|noon|mediodia|midnight|medianoche|meio-dia|minut\w*|horas?|hours?|(?<!buenos )dias|dia \d+|(?:cada|todo el|todo o|un|um|mismo|mesmo) dia|days|(?:every|each|one|same|next) day|weekends?|finde|always|24h)\b|\b(?:a|las|desde|hasta|at|from|until|to|by|as|das|ate)\s(?:la |las |the |as )?(?:\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|uma|duas|quatro|sete|oito|nove|dez|onze|doze)\b/
const CLOCK = /\b(?:what time|hora|horas|open|abren?|abris|fecham)\b/
const HOUR =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|cinco|seis|siete|ocho|nueve|diez|once|doce|sete|oito|nove|dez|onze|doze)\b/
const MONEY =
  /[€$£]|\b\d+(?:[.,]\d+)?\s?(?:eur|euros?|usd|dolares|dollars?|pounds?|quid|pesos?|reais|real|soles|cent\w*|por|al|a|per)\b|\b(?:gratis|gratuit\w*|free|incluid\w*|included|sin coste|sin costo|sem custo|no charge|de graca|gratis)\b|\br\$|\b(?:cuesta|vale|costs?|custa|son|sao)\b[^.]*\d/
const PLACE =
  /\b(?:calle|avenida|plaza|tienda|recepcion|web|app|online|puerta|planta|street|road|avenue|square|shop|store|desk|reception|website|site|door|floor|branch|corner|church|station|rua|praca|loja|recepcao|andar|esquina|estacao|balcao|aqui|alli|here|there|parking|aparcamiento|estacionamento|garage|garaje|link|enlace|perfil|bio|mapa|map|centro|patio|yard)\b|\b(?:en|at|in|em|na|no|detras|behind|junto|next|frente|opposite)\s[^.]*\d/
const BECAUSE =
  /\b(?:porque|because|pois|debido|debe a|deve-se|debio|due to|caused|causa|motivo|razon|reason|razao|since|culpa|por un|por una|por falta|lack of|se rompio|broke|broken|estropead\w*|partido|error|erro|mistake|fallo|falla|falha|olvid\w*|forgot|esque\w*|averia|avaria|llovia|pouring|chovia|so that|para que|averiad\w*)\b/
const HOW_TO =
  /\b(?:entra|entre|entras|abre|abra|abres|pulsa|pulse|toca|ve|vaya|vas|descarga|descargue|solo (?:tienes|hay|tiene)|basta|sigue|siga|clica|haz|haga|elige|elija|selecciona|marca|marque|llama|llame|escribe|escriba|puedes|puede|podes|desde|open|tap|click|go|just|press|choose|select|download|follow|enter|log in|sign in|you can|call|write|toque|clique|acesse|aceda|vai|va|carregue|escolha|selecione|baixe|ligue|pode|podes|atraves|through|via)\b/
const NUMBER = /\d{3}[\s.-]?\d{2,}|@[a-z0-9-]+\.|\b(?:no hace falta|no need|nao (?:precisa|e preciso))\b/
const YES_NO =
  /(?:^|[,.:;!?¡¿-]\s*)(?:sy|no|claro\b|por supuesto|desde luego|aun no|todavia no|de momento no|por ahora no|solo|yes|yep|yeah|no\b|nope|not yet|of course|sure|absolutely|certainly|indeed|afraid|unfortunately|only|sim|nao|ainda nao|com certeza|claro que|infelizmente|por enquanto|lamentablemente|desgraciadamente|exacto|correcto|asi es|we do|we don't|it does|it is|they do|you can|puedes|pode\b|podes|temos|tenemos|hacemos|aceptamos|aceitamos|todos?|todas?|all of|both)(?![a-z])|\b(?:claro que|por supuesto|of course|yes we|temos sim|aceitamos|we (?:do|take|accept|only)|solo (?:la|lo|los|las|en|con|hay)|only (?:make|have|in|take)|(?:there|we|you|it|they) (?:will|do|does|can|are|is)(?= *[,.:;!-])|there (?:will|is|are)|[a-z]+ sim|so (?:fazemos|temos|em)|todas? |all of them|sin problema|a vontade|safely)\b/

/** Whether the answer has what a question asks for. */
export function isAnswered(ask: Ask, answer: Answering): boolean {
  const { text } = answer
  switch (ask) {
    case 'when':
      return (
        TIME.test(withoutEchoes(text, answer.asked)) ||
        (CLOCK.test(answer.asked) && HOUR.test(text)) ||
        /\b\d{1,2}[:/h]\d{0,2}\b|\b\d+\s?(?:h|am|pm)\b|\b(?:todavia|aun) no\b|\bnot yet\b|\bainda nao\b/.test(
          text,
        )
      )
    case 'how-much':
      return MONEY.test(text)
    case 'where':
      return PLACE.test(text) || share(answer) >= 0.6
    case 'why':
      return BECAUSE.test(text)
    case 'how':
      return HOW_TO.test(text)
    case 'which-number':
      return NUMBER.test(text)
    case 'whether':
      return (
        YES_NO.test(text) ||
        (MONEY.test(answer.asked) && MONEY.test(text)) ||
        (answer.focus.length > 0 && share(answer) >= 0.5)
      )
  }
}

/** "On Sundays?" is not answered by speaking of Sundays. */
function withoutEchoes(text: string, asked: string): string {
  const said = new Set((asked.match(/[a-z]{4,}/g) ?? []).map(bare))
  return text.replace(/[a-z]{4,}/g, (word) => (said.has(bare(word)) ? '' : word))
}

const bare = (word: string) => word.replace(/s$/, '')

/** How much of what the question is about the answer speaks of, 0 to 1. */
function share({ focus, ours }: Answering): number {
  if (focus.length === 0) return 0
  return focus.filter((word) => ours.some((our) => speaksOf(word, our))).length / focus.length
}

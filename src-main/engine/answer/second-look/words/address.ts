import { originalRange } from '../../../understand/folded.ts'
import type { Looked, Span } from './sentences.ts'

export type Form = 'tu' | 'vos' | 'usted' | 'voce' | 'senhor'

/** Words that show how the person is addressed, and the forms they may belong to. */
export interface Marker extends Span {
  readonly forms: readonly Form[]
}

interface Rule {
  readonly forms: readonly Form[]
  readonly pattern: RegExp
  /** Where accents decide: looked for in the original. */
  readonly written?: RegExp
}

const word = (inside: string) => new RegExp(`(?<![a-z0-9])(?:${inside})(?![a-z0-9])`, 'g')

const NOUN =
  '(?:pedido|caso|correo|e-?mail|telefono|numero|cuenta|reserva|opinion|comentario|paciencia|mensaje|compra|factura|vuelo|viaje|habitacion|visita|resena|casa|domicilio|familia|hij[oa]s?|madre|padre|perr[oa]|cita|tarjeta|linea|averia|equipo de|paquete|cambio|dinero|devolucion|resenas?|palabras|queja|pregunta|duda|router|movil|celular|coche|auto|maleta|entrada|suscripcion|plan|contrato|bono|cuota|experiencia|estancia|regreso|vuelta|tiempo|confianza|disgusto|enfado|lavadora|servicio|abuel[oa]|marido|esposa|esposo|mama|papa|poliza|seguro|direccion)'

const ES: readonly Rule[] = [
  {
    forms: ['tu'],
    pattern: word(
      'contigo(?! y)|ti|tienes|puedes|quieres|eres|sabes|dices|debes|prefieres|necesitas|vienes|vuelves|pides|piensas|sientes|cuentas|has [a-z]+[ds]o|has (?:hecho|visto|dicho|escrito|puesto|vuelto)|estes|puedas|quieras|tengas|vengas|vuelvas|prefieras|hayas|sepas|sigas|sintieras|quedaras|recibieras|hubieras|(?:escribe|di|cuenta|manda|llama|envia|avisa|pasa|dime|ponte|deja|pide|mira)(?:nos|me)|dinos|dime|hablanos|perdoname|perdonanos|disculpanos|disculpame(?= por)',
    ),
  },
  { forms: ['tu', 'vos'], pattern: word('te|tus?|tuy[oa]s?') },
  {
    forms: ['tu', 'vos'],
    pattern: word(
      '(?:ten|quer|pod|deb|sab|hac|dec|ven|viv|ped|hab)ias|(?!(?:ex|ins|cons|res|as|pers|des|subs)iste|triste|chiste|quiste|contraste|desgaste|gaste|baste|traste|aplaste|guste)[a-z]{2,}(?:aste|iste)',
    ),
  },
  // By the accent: querés, contás, preferís.
  { forms: ['vos'], pattern: word('[a-z]{1,9}[aei]s(?:te)?') },
  {
    forms: ['vos'],
    pattern: word(
      'vos|sos|tenes|podes|queres|sabes (?=vos)|decis|venis|preferis|necesitas vos|escribinos|escribime|contanos|contame|decinos|decime|mandanos (?=vos)|avisanos (?=vos)|pasate|venite|fijate|llamanos (?=vos)|disculpame|perdoname (?=che)',
    ),
  },
  {
    forms: ['usted'],
    pattern: word(
      `usted|ud|(?<=¿)me (?:dice|confirma|manda|cuenta|permite|indica|da|envia)|(?:su|sus) ${NOUN}|(?:perdon|disculp)(?:e|enos|eme|en)|(?:escriba|diga|cuente|mande|llame|envie|avise|permita|hagan?os|pase|indique|facilite|comuniquese|responda)(?:nos|me|se)|permitame|digame|tenga|vea usted|le (?:llam|escrib|pid|devolv|devuelv|agradez|agradec|ofrez|ofrec|mand|envi|aseg|inform|confirm|compens|cambi|regres|debim|debem|ruego|rog|guard|atend|contest|respond|espera|proponem|propong|deb[oe]|viene|va|parece|gusta|interesa|molesta|urge|lleg|falt|reembols|prome|ayud|lament|acompan|reserv|avis)[a-z]*`,
    ),
  },
  { forms: ['usted'], pattern: word('senor|senora|don|dona(?= [a-z])|estimad[oa]') },
]

const PT: readonly Rule[] = [
  { forms: ['voce'], pattern: word('voce') },
  {
    forms: ['senhor'],
    pattern: word('(?:o|a|ao|do|da|pelo|pela|no|na) senhora?(?! (?:jorge|da|do|de|que)\\b)'),
  },
  {
    forms: ['tu'],
    pattern: word(
      'tu|teus?|tuas?|ti|contigo|tens|podes|queres|estas(?= [a-z]+(?:do|da)\\b)|preferes|precisas|sabes|ligaste|pediste|disseste|ficaste|escreveste|recebeste|compraste|deste|foste|tiveste|quiseres|puderes|voltares|desculpa-nos|conta-nos|diz-nos|escreve-nos|manda-nos|pedimos-te|peco-te|envio-te|ligo-te|mando-te|digo-te',
    ),
  },
]

const NOT_VOS =
  /^(?:mas|demas|ademas|jamas|quizas|atras|detras|compas|despues|ingles|frances|traves|estres|interes|cortes|reves|pais|papas|mamas|sofas|bebes|cafes|tes|pures|pates|carnes|expres|arnes|portugues|japones|holandes|irlandes|escoces|danes|cordobes|leones|aragones|burgues|iras|[a-z]+rras|anis|estas|estes|has|vas|das|tras|[a-z]+(?:aras|eras|iras|dras|bras))$/
const VOS_WORDS = /^(?:vos|sos)$/

const ONLY_NAMES = /^(?:senor|senora|don|dona|estimad[oa])$/

/** Every marker of a draft, in order. Titles (don, señora) show respect, and go with any form but a set tú. */
export function markersOf(draft: Looked, language: 'es' | 'pt'): Marker[] {
  const rules = language === 'es' ? ES : PT
  const text = draft.folded.text
  const found = rules.flatMap(({ forms, pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
      start: index,
      end: index + match.length,
      forms,
    })),
  )
  return found.filter((marker) => counts(draft, marker, language)).sort((a, b) => a.start - b.start)
}

/** Small words that mean other things as well. */
function counts(draft: Looked, { start, end, forms }: Marker, language: 'es' | 'pt'): boolean {
  const text = draft.folded.text
  const match = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 14), start)
  const after = text.slice(end, end + 24)
  const range = originalRange(draft.folded, start, end)
  const written = draft.original.slice(range.start, range.end).toLowerCase()
  if (language === 'pt') return match !== 'deste' && !(match === 'estas' && !/^ás|ás/.test(written))
  if (ONLY_NAMES.test(match)) return false
  if (match === 'te' && /é/.test(written)) return false
  const isVos = /^\p{Ll}+[áéí]s$/u.test(draft.original.slice(range.start, range.end)) && !NOT_VOS.test(match)
  if (forms[0] === 'vos' && /[aei]s(?:te)?$/.test(match) && !VOS_WORDS.test(match)) return isVos
  if (forms[0] === 'tu' && forms.length === 1 && isVos) return false
  if (match === 'ti' && /^ti[oa]/.test(match + after)) return false
  // "Tu pedido" and "te llamo" may be vos; "a su jefe" may be another's.
  if (forms.includes('usted') && /^sus? /.test(match))
    return !/(?:perdio|cambio|cambia|tiene|con|mando|trajo|dejo) $/.test(before)
  return true
}

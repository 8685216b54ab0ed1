// @ts-check

/** Everyday words of reviews, the frequent ones first; the rest of a text is drawn from a long tail of invented ones. */
const EVERYDAY = {
  es: 'la que de el no en muy y es por con una los me se lo pero para mi todo servicio bien ya pedido entrega tienda precio nunca atención llegó tarde producto calidad gracias excelente malo peor devolución dinero cuenta aplicación problema respuesta semana compra recomiendo amable rápido roto factura garantía cambio error espera cliente llamada correo'.split(
    ' ',
  ),
  en: 'the and to it is was of for my they with not this very but order service good delivery store price never late product quality thanks great bad worst refund money account app problem answer week bought recommend friendly fast broken invoice warranty change error waiting customer call mail update crash login again nobody replied'.split(
    ' ',
  ),
  pt: 'o que de a não em muito e é por com uma os me se mas para meu tudo serviço bem já pedido entrega loja preço nunca atendimento chegou atrasado produto qualidade obrigado ótimo ruim pior devolução dinheiro conta aplicativo problema resposta semana compra recomendo gentil rápido quebrado fatura garantia troca erro espera cliente ligação'.split(
    ' ',
  ),
}
const SYLLABLES =
  'ba ce di fo gu ka le mi no pu ra se ti vo xu za ção ñe bri cla tro plu gen mar ción ter'.split(' ')
const TAIL = 20_000

export const LANGUAGES = /** @type {const} */ (['es', 'en', 'pt'])

/**
 * Texts as people write them: frequent words often, rare ones seldom, so that an index meets both.
 * @param {() => number} random
 */
export function writer(random) {
  const tail = Array.from({ length: TAIL }, () =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
    ).join(''),
  )
  /** @param {(typeof LANGUAGES)[number]} language */
  const word = (language) => {
    const everyday = EVERYDAY[language]
    return random() < 0.92
      ? (everyday[Math.floor(random() ** 1.5 * everyday.length)] ?? '')
      : (tail[Math.floor(random() ** 3 * TAIL)] ?? '')
  }
  /** @param {(typeof LANGUAGES)[number]} language @param {number} count */
  const sentence = (language, count) => {
    const text = Array.from({ length: count }, () => word(language)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  return {
    sentence,
    /** About 360 characters. @param {(typeof LANGUAGES)[number]} language */
    body: (language) =>
      Array.from({ length: 4 + Math.floor(random() * 4) }, () =>
        sentence(language, 8 + Math.floor(random() * 6)),
      ).join(' '),
    name: () => `${sentence('es', 1).slice(0, -1)} ${Math.floor(random() * 900)}`,
  }
}

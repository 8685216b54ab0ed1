/** Words that stand where a name would, in lists of reviews: nobody is called so. */
const NO_NAMES = new Set(
  `a an the un una unos el la los las lo o os as um uma mr mrs ms miss dr dra sr sra srta don dona doctor
   anonymous anonimo anonima anon user usuario usuaria usuari utilizador guest invitado invitada visitante convidado
   cliente client customer comprador compradora google amazon facebook apple reviewer member miembro membro admin
   administrador moderator moderador equipo team soporte support atencion info hola hello no not sin nombre name someone
   alguien alguem vecino vecina real happy angry the team blog radio club bar cafe restaurante hotel tienda shop store
   mama papa madre padre mum mom dad abuelo abuela`.split(/\s+/),
)

/** A second word that belongs to the first. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  maria: ['jose', 'luisa', 'carmen', 'teresa', 'angeles', 'dolores', 'isabel', 'jesus', 'elena', 'fernanda'],
  jose: ['luis', 'antonio', 'manuel', 'maria', 'miguel', 'ramon', 'carlos', 'angel', 'javier'],
  juan: ['carlos', 'jose', 'antonio', 'manuel', 'pablo', 'luis', 'ignacio', 'francisco', 'miguel'],
  ana: ['maria', 'isabel', 'belen', 'paula', 'clara', 'rosa', 'luisa'],
  luis: ['miguel', 'alberto', 'fernando', 'carlos', 'felipe'],
  miguel: ['angel'],
  rosa: ['maria'],
  joao: ['pedro', 'paulo', 'miguel'],
  mary: ['ann', 'jane', 'kate'],
}

/** A first name as it is written: letters, one capital, at least two of them, maybe hyphenated. */
const NAME = /^\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]\p{Lu}?[\p{Ll}\p{M}]+)?$/u
const SHOUTED = /^[\p{Lu}\p{M}]{2,}$/u

/**
 * The first name that can be read from how somebody signs, or an empty text: better none than a wrong one. A name with
 * digits, marks or small letters (`lucia_m`) is a handle and gives none.
 */
export function guessFirstName(signature: string): string {
  const words = inOrder(signature)
  const [first = '', second = ''] = words
  if (!isName(first)) return ''
  const name = asWritten(first)
  const follows = TOGETHER[fold(first)] ?? []
  return follows.includes(fold(second)) ? `${name} ${asWritten(second)}` : name
}

/** `Pérez, Juan` is Juan; what is in brackets or drawn is no name. */
function inOrder(signature: string): string[] {
  const plain = signature
    .replace(/\([^)]*\)|\p{Extended_Pictographic}|\uFE0F/gu, ' ')
    .replace(/["«»“”]/g, ' ')
    .trim()
  if (/^@|[\d_@|/\\]|https?:|\.\p{L}{2,}$/u.test(plain)) return []
  const [before = '', after, ...more] = plain.split(',')
  const ordered = after !== undefined && more.length === 0 && isName(wordsOf(after)[0] ?? '') ? after : before
  return wordsOf(ordered)
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function isName(word: string): boolean {
  const letters = word.replace(/\.$/, '')
  if (letters !== word || NO_NAMES.has(fold(letters))) return false
  return NAME.test(letters) || SHOUTED.test(letters)
}

function asWritten(word: string): string {
  return SHOUTED.test(word) ? word.charAt(0) + word.slice(1).toLocaleLowerCase() : word
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

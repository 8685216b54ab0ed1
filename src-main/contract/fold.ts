/** Case and accents folded: what makes `Envío` and `envio` the same, for the index, for tags and on the screen. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')
}

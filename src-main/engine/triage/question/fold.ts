/** Case and accents folded: what makes `Envío` and `envio` the same. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC')
}

/** A tag's path folded, part by part; two paths with the same key are one tag. */
export function tagKey(path: string): string {
  return fold(tagPath(path))
}

/** A tag's path as it is written: no spaces around its slashes, single ones inside. */
export function tagPath(path: string): string {
  return path
    .split('/')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .join('/')
}

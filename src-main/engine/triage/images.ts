/** More than this many images of one mention are not asked for. */
const MOST_IMAGES = 40

/** The addresses of the remote images a mention's html would show, each once, in their order. */
export function imageUrls(html: string): string[] {
  const urls = [...html.matchAll(/\sdata-src\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, double, single]) =>
    decodeAttribute(double ?? single ?? ''),
  )
  return [...new Set(urls)].filter((url) => /^https?:\/\//i.test(url)).slice(0, MOST_IMAGES)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', apos: "'" }

/** What the sanitiser escapes in an attribute, and nothing more. */
function decodeAttribute(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|quot|lt|gt|apos));/gi,
    (whole, decimal, hex, name) => {
      if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? whole
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** What is needed of a brand's colour: itself for surfaces, a darker one that can be read on white, a faint one. */
export interface Accent {
  readonly colour: string
  /** At least 4.5 : 1 on the faint one, and so on white: as WCAG 2.2 asks of text. */
  readonly ink: string
  readonly faint: string
  /** What can be read on the colour itself. */
  readonly on: '#ffffff' | '#1b1b1f'
}

type Rgb = readonly [number, number, number]

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
const INK: Rgb = [27, 27, 31]

export function accentOf(colour: string): Accent {
  const rgb = parse(colour)
  const faint = mix(rgb, WHITE, 0.9)
  let ink = rgb
  for (let share = 0.05; contrast(ink, faint) < 4.5 && share <= 1; share += 0.05) ink = mix(rgb, BLACK, share)
  return {
    colour: print(rgb),
    ink: print(ink),
    faint: print(faint),
    on: contrast(rgb, WHITE) >= contrast(rgb, INK) ? '#ffffff' : '#1b1b1f',
  }
}

function parse(colour: string): Rgb {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)
  const part = (index: number) => Number.parseInt(found?.[index] ?? '55', 16)
  return [part(1), part(2), part(3)]
}

function print(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

function mix([r, g, b]: Rgb, [otherR, otherG, otherB]: Rgb, share: number): Rgb {
  const between = (part: number, other: number) => part + (other - part) * share
  return [between(r, otherR), between(g, otherG), between(b, otherB)]
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(rgb: Rgb): number {
  const [r = 0, g = 0, b = 0] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

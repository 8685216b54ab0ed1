/** Colours are sRGB hex (`#rrggbb`) outside and channels of 0–255 inside. */
type Rgb = readonly [number, number, number]

function toRgb(hex: string): Rgb {
  const value = Number.parseInt(/^#?([0-9a-f]{6})/i.exec(hex)?.[1] ?? '5b6470', 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function toHex([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

export function mix(from: string, to: string, share: number): string {
  const a = toRgb(from)
  const b = toRgb(to)
  const at = (index: 0 | 1 | 2) => a[index] + (b[index] - a[index]) * share
  return toHex([at(0), at(1), at(2)])
}

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const linear = (channel: number) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  const [red, green, blue] = toRgb(hex)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** The colour nearest to `colour`, on its way to `towards`, that stands out from `ground` by `ratio`. */
export function standOut(colour: string, ground: string, towards: string, ratio: number): string {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(colour, towards, share)
    if (contrast(candidate, ground) >= ratio) return candidate
  }
  return towards
}

export interface Accent {
  /** Fills: buttons, the frame. */
  readonly filled: string
  readonly filledHover: string
  /** Text on a fill. */
  readonly onFilled: string
  /** The accent as text or thin line on the page. */
  readonly text: string
  /** A quiet ground for what is selected. */
  readonly soft: string
  readonly softHover: string
}

/**
 * A brand's colour made fit for a theme: WCAG AA for text on it and for itself as text, on the page and on `surface`,
 * the one of its surfaces that is nearest to the ink.
 */
export function accentOn(colour: string, page: string, surface: string, ink: string): Accent {
  const white = '#ffffff'
  const dark = '#1b1916'
  const onFilled = contrast(colour, white) >= 3 || luminance(colour) < 0.4 ? white : dark
  const filled = standOut(colour, onFilled, onFilled === white ? '#000000' : white, 4.6)
  const soft = mix(page, colour, 0.12)
  return {
    filled,
    filledHover: mix(filled, onFilled === white ? '#000000' : white, 0.12),
    onFilled,
    text: standOut(standOut(colour, soft, ink, 4.6), mix(surface, colour, 0.12), ink, 4.6),
    soft,
    softHover: mix(page, colour, 0.18),
  }
}

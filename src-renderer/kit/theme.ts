import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'
import type { Settings } from '../../src-main/contract/settings.ts'
import { accentOn, mix, type Accent } from './colour.ts'

export const PAPER = '#faf7f2'
export const CHARCOAL = '#1d1c1a'
const RAIL_LIGHT = '#f2ede5'
const RAISED_DARK = '#332f2c'
const INK = '#26231f'
const CHALK = '#e9e4dc'

/** Where no single brand speaks: All brands, first start. */
export const NEUTRAL_ACCENT = '#5a554d'

// prettier-ignore
const warmGray: MantineColorsTuple = [
  '#f6f3ed', '#efebe3', '#e4dfd5', '#d6d0c4', '#bdb6a9', '#8d867a', '#6a645a', '#524d45', '#3b3731', '#26231f',
]
// prettier-ignore
const charcoal: MantineColorsTuple = [
  '#e9e4dc', '#cfc9bf', '#aea79c', '#857f75', '#48443f', '#383531', '#2a2825', '#1d1c1a', '#171614', '#131211',
]
// prettier-ignore
const warmRed: MantineColorsTuple = [
  '#fdf0ee', '#f9dcd8', '#f0b4ac', '#e88a7f', '#e0695c', '#c94c3e', '#b3382b', '#9c2c20', '#84231a', '#6b1b13',
]

/** Shades around the brand's colour; what the screen uses is set by `accentVariables`, checked for contrast. */
function shadesOf(colour: string): MantineColorsTuple {
  const towardsWhite = [0.92, 0.82, 0.66, 0.48, 0.3, 0.14] as const
  const towardsBlack = [0.12, 0.26, 0.4] as const
  const [a, b, c, d, e, f] = towardsWhite
  const [g, h, i] = towardsBlack
  const light = (share: number) => mix(colour, '#ffffff', share)
  const dark = (share: number) => mix(colour, '#000000', share)
  return [light(a), light(b), light(c), light(d), light(e), light(f), colour, dark(g), dark(h), dark(i)]
}

function accentVariables(accent: Accent): Record<string, string> {
  return {
    '--mantine-color-brand-filled': accent.filled,
    '--mantine-color-brand-filled-hover': accent.filledHover,
    '--mantine-color-brand-contrast': accent.onFilled,
    '--mantine-color-brand-text': accent.text,
    '--mantine-color-brand-light': accent.soft,
    '--mantine-color-brand-light-hover': accent.softHover,
    '--mantine-color-brand-light-color': accent.text,
    '--mantine-color-brand-outline': accent.text,
    '--mantine-color-brand-outline-hover': accent.soft,
    '--mantine-primary-color-contrast': accent.onFilled,
    '--mantine-primary-color-filled': accent.filled,
    '--mantine-primary-color-filled-hover': accent.filledHover,
    '--mantine-primary-color-light': accent.soft,
    '--mantine-primary-color-light-hover': accent.softHover,
    '--mantine-primary-color-light-color': accent.text,
    '--mantine-color-anchor': accent.text,
    '--accent-filled': accent.filled,
    '--accent-text': accent.text,
    '--accent-soft': accent.soft,
  }
}

export type Scheme = 'light' | 'dark'

/** The accent of one brand in one theme, as variables for a part of the screen that speaks for that brand. */
export function brandVariables(colour: string, scheme: Scheme): Record<string, string> {
  return accentVariables(
    scheme === 'light'
      ? accentOn(colour, PAPER, RAIL_LIGHT, INK)
      : accentOn(colour, CHARCOAL, RAISED_DARK, CHALK),
  )
}

export function themeFor(colour: string) {
  return createTheme({
    colors: { brand: shadesOf(colour), gray: warmGray, dark: charcoal, red: warmRed },
    primaryColor: 'brand',
    white: '#ffffff',
    black: INK,
    fontFamily: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
    fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
    // 13 lists, 15 reading; `xs` is for counts and hints.
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.125rem', xl: '1.375rem' },
    lineHeights: { xs: '1.35', sm: '1.4', md: '1.55', lg: '1.5', xl: '1.35' },
    fontWeights: { regular: '400', medium: '600', bold: '600' },
    headings: { fontFamily: 'inherit', fontWeight: '600' },
    spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
    radius: { xs: '0.125rem', sm: '0.25rem', md: '0.375rem', lg: '0.5rem', xl: '1rem' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    // A light brand colour wants dark text on it.
    variantColorResolver: (input) => {
      const colours = defaultVariantColorsResolver(input)
      const isBrand = input.color === undefined || input.color === 'brand'
      return input.variant === 'filled' && isBrand
        ? { ...colours, color: 'var(--mantine-color-brand-contrast)' }
        : colours
    },
    other: { colour },
    components: componentDefaults,
  })
}

// What opens with a key is there, and gone, at once: while it fades away it would keep the next key for itself.
const atOnce = { transitionProps: { duration: 0 } }
const componentDefaults = {
  Button: { defaultProps: { size: 'sm' } },
  TextInput: { defaultProps: { spellCheck: false, size: 'sm' } },
  Textarea: { defaultProps: { spellCheck: false, size: 'sm' } },
  Autocomplete: { defaultProps: { spellCheck: false, size: 'sm' } },
  TagsInput: { defaultProps: { spellCheck: false, size: 'sm' } },
  MultiSelect: { defaultProps: { spellCheck: false, size: 'sm' } },
  Select: { defaultProps: { spellCheck: false, size: 'sm', allowDeselect: false } },
  NumberInput: { defaultProps: { spellCheck: false, size: 'sm' } },
  ColorInput: { defaultProps: { spellCheck: false, size: 'sm' } },
  Tooltip: {
    defaultProps: {
      openDelay: 500,
      transitionProps: { duration: 100 },
      withArrow: false,
      multiline: true,
      maw: 320,
    },
  },
  Menu: {
    defaultProps: {
      ...atOnce,
      shadow: 'md',
      withinPortal: true,
      // Not the key down as well: it is the one that opened it.
      clickOutsideEvents: ['mousedown', 'touchstart'],
    },
  },
  Popover: { defaultProps: { ...atOnce, shadow: 'md' } },
  Modal: {
    defaultProps: {
      transitionProps: { duration: 120, transition: 'fade' },
      overlayProps: { backgroundOpacity: 0.3 },
      centered: true,
    },
  },
  Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
}

/** Warm paper and soft charcoal; red only for what is broken or overdue. */
export const cssVariables: CSSVariablesResolver = (theme) => {
  const given: unknown = theme.other['colour']
  const colour = typeof given === 'string' ? given : NEUTRAL_ACCENT
  return {
    variables: {},
    light: {
      ...brandVariables(colour, 'light'),
      '--mantine-color-body': PAPER,
      '--mantine-color-text': INK,
      '--mantine-color-dimmed': '#6a645a',
      '--mantine-color-placeholder': '#7b7468',
      '--mantine-color-default': '#ffffff',
      '--mantine-color-default-hover': '#f6f3ed',
      '--mantine-color-default-border': '#d6d0c4',
      '--mantine-color-error': '#b3382b',
      '--mantine-color-disabled-color': '#7b7468',
      '--surface-rail': RAIL_LIGHT,
      '--surface-raised': '#ffffff',
      '--line': '#e4dfd5',
      '--broken': '#b3382b',
      '--star': '#9a6b00',
    },
    dark: {
      ...brandVariables(colour, 'dark'),
      '--mantine-color-body': CHARCOAL,
      '--mantine-color-text': CHALK,
      '--mantine-color-dimmed': '#aea79c',
      '--mantine-color-placeholder': '#9a9388',
      '--mantine-color-default': '#2a2825',
      '--mantine-color-default-hover': RAISED_DARK,
      '--mantine-color-default-border': '#48443f',
      '--mantine-color-error': '#ef8f83',
      '--mantine-color-disabled-color': '#9a9388',
      '--surface-rail': '#171614',
      '--surface-raised': '#2a2825',
      '--line': '#383531',
      '--broken': '#ef8f83',
      '--star': '#e0b34a',
    },
  }
}

/** What a theme is now. */
export function schemeOf(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'system') return theme
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** Light or dark is a setting, and kept by the engine: Mantine would open the page's own storage for it, which takes a while. */
export const schemeOfSettings: MantineColorSchemeManager = {
  get: (usual) => usual,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

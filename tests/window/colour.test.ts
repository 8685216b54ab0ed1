import { describe, expect, test } from 'vitest'
import { contrast } from '../../src-renderer/kit/colour.ts'
import { brandVariables, CHARCOAL, PAPER } from '../../src-renderer/kit/theme.ts'

const COLOURS = [
  '#f2c200',
  '#ffffff',
  '#000000',
  '#2f6f6a',
  '#e91e63',
  '#00ff00',
  '#7a3db8',
  '#d9d9d9',
  '#101030',
]

describe.each([
  ['light', PAPER],
  ['dark', CHARCOAL],
] as const)('any colour a brand has can be read in the %s theme', (scheme, page) => {
  test.each(COLOURS)('%s', (colour) => {
    const variable = (name: string) => brandVariables(colour, scheme)[name] ?? ''
    const text = variable('--accent-text')
    expect(
      contrast(variable('--mantine-color-brand-contrast'), variable('--accent-filled')),
    ).toBeGreaterThanOrEqual(4.5)
    expect(contrast(text, variable('--accent-soft'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(text, page)).toBeGreaterThanOrEqual(4.5)
  })
})

/** Accents that keep their contrast in both themes and can be told apart, also by people who see few colours. */
export const BRAND_COLOURS = [
  { name: 'sea', hex: '#2f6f6d' },
  { name: 'terracotta', hex: '#b4532f' },
  { name: 'blue', hex: '#2c5f9e' },
  { name: 'mustard', hex: '#b58413' },
  { name: 'plum', hex: '#7a3b69' },
  { name: 'forest', hex: '#3d6b35' },
  { name: 'raspberry', hex: '#b0305c' },
  { name: 'violet', hex: '#6250a8' },
  { name: 'orange', hex: '#d9772b' },
  { name: 'olive', hex: '#74742a' },
  { name: 'slate', hex: '#4f6272' },
] as const

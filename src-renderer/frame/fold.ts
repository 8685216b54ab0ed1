/** How wide each pane is, and which fit. They fold away from the right: person, then the rail, then list or reading alone. */
export interface Fold {
  readonly rail: 'shown' | 'folded'
  readonly person: 'shown' | 'folded'
  readonly panes: 'both' | 'one'
}

export const RAIL = { min: 160, max: 360, usual: 220 }
export const LIST = { min: 260, max: 560, usual: 380 }
export const PERSON = { min: 220, max: 460, usual: 300 }

/** Below this the words of a person get hard to read. */
const READING_MIN = 400

/** The usual width of a pane, a little narrower on a small laptop so that the words keep theirs. */
export function usualWidth(pane: { readonly usual: number }, windowWidth: number): number {
  return windowWidth >= 1440 ? pane.usual : Math.round((pane.usual * 0.86) / 4) * 4
}

export function foldFor(
  windowWidth: number,
  widths: { readonly rail: number; readonly list: number; readonly person: number },
): Fold {
  const { rail, list, person } = widths
  if (windowWidth >= rail + list + READING_MIN + person)
    return { rail: 'shown', person: 'shown', panes: 'both' }
  if (windowWidth >= rail + list + READING_MIN) return { rail: 'shown', person: 'folded', panes: 'both' }
  if (windowWidth >= list + READING_MIN) return { rail: 'folded', person: 'folded', panes: 'both' }
  return { rail: 'folded', person: 'folded', panes: 'one' }
}

/** How much `y` grows for each one of `x`: the line of least squares through some points. */
export function slopeOf(points: readonly { readonly x: number; readonly y: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const x0 = mean(points.map(({ x }) => x))
  const y0 = mean(points.map(({ y }) => y))
  const spread = points.reduce((sum, { x }) => sum + (x - x0) ** 2, 0)
  return spread === 0 ? 0 : points.reduce((sum, { x, y }) => sum + (x - x0) * (y - y0), 0) / spread
}

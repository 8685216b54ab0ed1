/** The seed of a test by chance: its usual one, or another to look further with (`VENTANILLA_SEED=7`). */
export function seed(usual: number): number {
  return Number(process.env['VENTANILLA_SEED'] ?? usual)
}

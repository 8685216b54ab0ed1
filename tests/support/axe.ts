import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What a screen reader or a pair of tired eyes would stumble over; nothing serious may be found. */
export async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`))
}

import type { Page } from 'playwright'

/** Goes to a place by its name in the rail, whatever it counts beside it. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${place}(?!\\p{L}| \\p{L})`, 'u') })
    .first()
    .click()
}

import type { Brand } from '../../src-main/contract/brands.ts'
import type { Settings } from '../../src-main/contract/settings.ts'

/** What the window is drawn with until the engine has answered: what it knew when it was last open, without any count. */
export interface LastLook {
  readonly settings: Settings
  readonly brands: readonly Brand[]
}

/** Only the very build that kept a look understands it. */
interface KeptLook extends LastLook {
  readonly build: string
}

const BUILD = import.meta.url
const NO_COUNTS = { mentions: 0, unread: 0, unanswered: 0, sources: { fine: 0, failing: 0, paused: 0 } }
let kept = ''

/** What this build kept when it was last open, where there was a brand to look at. */
export async function lastLook(): Promise<LastLook | null> {
  kept = await window.shell.lastLook
  try {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- of this build, or not taken
    const look = JSON.parse(kept) as KeptLook
    return look.build === BUILD && look.brands.length > 0 ? look : null
  } catch {
    return null
  }
}

/** Keeps it for the next start. */
export function keepLook({ settings, brands }: LastLook): void {
  const look: KeptLook = {
    build: BUILD,
    settings,
    brands: brands.map((brand) => ({ ...brand, ...NO_COUNTS })),
  }
  const text = JSON.stringify(look)
  if (text === kept) return
  kept = text
  void window.shell.keepLook(text)
}

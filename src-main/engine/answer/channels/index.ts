import { byHand } from './by-hand.ts'
import type { Channel } from './channel.ts'
import { appStoreConnect } from './app-store-connect.ts'
import { bluesky } from './bluesky.ts'
import { discourse } from './discourse.ts'
import { email } from './email.ts'
import { googlePlay } from './google-play.ts'
import { lemmy } from './lemmy.ts'
import { mastodon } from './mastodon.ts'
import { wordpress } from './wordpress.ts'

/** Every channel that needs an account; one line each. */
const channels: readonly Channel[] = [
  mastodon,
  bluesky,
  wordpress,
  discourse,
  lemmy,
  googlePlay,
  appStoreConnect,
  email,
]

export const CHANNELS = channels
/** Where no account answers: the user posts it. */
export const BY_HAND = byHand

export function findChannel(name: string): Channel | null {
  return channels.find((channel) => channel.name === name) ?? null
}

import type { MentionToAdd } from './shelf.ts'
import { MASTODON_TOKEN, startMastodon } from './mastodon-server.ts'
import type { PlaceServer } from './place-server.ts'

/** A place where a brand can answer, whatever its protocol: what the tests of every channel need alike. */
export interface AnsweringPlace {
  readonly channel: string
  readonly server: PlaceServer
  readonly account: { readonly settings: Record<string, string>; readonly secret: string }
  /** A person says something there; answers what gathering would bring of it. */
  readonly say: (name: string, text: string) => Said
  /** How often these words of the brand stand under what was said. */
  readonly count: (said: Said, body: string) => number
  /** The bodies that stand under what was said, oldest first. */
  readonly under: (said: Said) => string[]
}

export interface Said {
  readonly text: string
  readonly ref: string
  readonly fields: Partial<MentionToAdd>
}

export type StartPlace = (now: () => number) => Promise<AnsweringPlace>

async function mastodonPlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startMastodon(now)
  const under = ({ ref }: Said) =>
    server
      .postsOf('cafeluna')
      .filter(({ replyTo }) => replyTo === ref)
      .map(({ text }) => text.replace(/^@\w+ /, ''))
  return {
    channel: 'mastodon',
    server,
    account: { settings: { server: server.origin }, secret: MASTODON_TOKEN },
    say: (name, text) => {
      const ref = server.say(name, text)
      return { text, ref, fields: { author: name, handle: `@${name}`, url: server.urlOf(ref) } }
    },
    under,
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

/** Every place that posts exactly once by its protocol. */
export const ANSWERING_PLACES: Readonly<Record<string, StartPlace>> = { mastodon: mastodonPlace }

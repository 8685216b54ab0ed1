import type { MentionToAdd } from './shelf.ts'
import { MASTODON_TOKEN, startMastodon } from './mastodon-server.ts'
import { BLUESKY_PASSWORD, startBluesky } from './bluesky-server.ts'
import { DISCOURSE_KEY, startDiscourse } from './discourse-server.ts'
import { startWordpress, WORDPRESS_PASSWORD } from './wordpress-server.ts'
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
  /** Everything the brand wrote there, oldest first. */
  readonly all: () => string[]
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
    all: () => server.postsOf('cafeluna').map(({ text }) => text.replace(/^@\w+ /, '')),
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

async function blueskyPlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startBluesky(now)
  const under = ({ ref }: Said) => server.under(ref).map(({ text }) => text)
  return {
    channel: 'bluesky',
    server,
    account: { settings: { server: server.origin, user: 'cafeluna.example' }, secret: BLUESKY_PASSWORD },
    say: (name, text) => {
      const ref = server.say(name, text)
      const url = `https://bsky.app/profile/${name}.example/post/${ref.slice(ref.lastIndexOf('/') + 1)}`
      return { text, ref, fields: { author: name, handle: `${name}.example`, url, externalId: ref } }
    },
    under,
    all: server.ours,
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

async function wordpressPlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startWordpress(now)
  const under = ({ ref }: Said) =>
    server.comments.filter(({ parent }) => parent === Number(ref)).map(({ content }) => unescapeHtml(content))
  return {
    channel: 'wordpress',
    server,
    account: { settings: { server: server.origin, user: 'iris' }, secret: WORDPRESS_PASSWORD },
    say: (name, text) => {
      const ref = String(server.say(name, text))
      return { text, ref, fields: { author: name, url: `${server.origin}/una-entrada/#comment-${ref}` } }
    },
    under,
    all: () =>
      server.comments.filter(({ author }) => author === 2).map(({ content }) => unescapeHtml(content)),
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

async function discoursePlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startDiscourse(now)
  const under = ({ ref }: Said) =>
    [
      ...server.postsOf(Number(ref)).filter(({ number }) => number > 1),
      ...server.pending.filter(({ topic }) => topic === Number(ref)),
    ].map(({ raw }) => raw)
  return {
    channel: 'discourse',
    server,
    account: { settings: { server: server.origin, user: 'cafeluna' }, secret: DISCOURSE_KEY },
    say: (name, text) => {
      const ref = String(server.say(name, text))
      return { text, ref, fields: { author: name, handle: name, url: `${server.origin}/t/un-tema/${ref}/1` } }
    },
    under,
    all: server.ours,
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

function unescapeHtml(markup: string): string {
  return markup.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}

/** Every place that posts exactly once by its protocol. */
export const ANSWERING_PLACES: Readonly<Record<string, StartPlace>> = {
  mastodon: mastodonPlace,
  bluesky: blueskyPlace,
  wordpress: wordpressPlace,
  discourse: discoursePlace,
}

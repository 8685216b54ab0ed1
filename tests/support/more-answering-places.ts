import { ANSWERING_PLACES, type AnsweringPlace, type Said, type StartPlace } from './answering-places.ts'
import { startAppStore } from './app-store-server.ts'
import { startGooglePlay } from './google-play-server.ts'
import { LEMMY_PASSWORD, startLemmy } from './lemmy-server.ts'
import { MAIL_PASSWORD, startMailServer } from './mail-server.ts'

async function lemmyPlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startLemmy(now)
  const ours = () => server.comments.filter(({ creator }) => creator === 'cafeluna')
  const under = ({ ref }: Said) =>
    ours()
      .filter(({ path, id }) => path.endsWith(`.${ref}.${id}`))
      .map(({ content }) => content)
  return {
    channel: 'lemmy',
    server,
    account: { settings: { server: server.origin, user: 'cafeluna' }, secret: LEMMY_PASSWORD },
    say: (name, text) => {
      const ref = String(server.say(name, text))
      return { text, ref, fields: { author: name, handle: name, url: `${server.origin}/comment/${ref}` } }
    },
    under,
    all: () => ours().map(({ content }) => content),
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

async function googlePlayPlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startGooglePlay(now)
  const refs: string[] = []
  const under = ({ ref }: Said) => [server.replyTo(ref)].filter((text) => text !== null)
  return {
    channel: 'google-play',
    server,
    account: {
      settings: { app: server.app, server: server.origin, tokens: server.origin },
      secret: server.keyFile,
    },
    say: (name, text) => {
      const ref = server.say(name, text)
      refs.push(ref)
      const url = `https://play.google.com/store/apps/details?id=${server.app}&reviewId=${ref}`
      return { text, ref, fields: { author: name, url, rating: 2 } }
    },
    under,
    all: () => inOrder(server.asked, /reviews\/.+:reply$/, 'replyText'),
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

async function appStorePlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startAppStore(now)
  const under = ({ ref }: Said) => [server.responseTo(ref)].filter((text) => text !== null)
  return {
    channel: 'app-store-connect',
    server,
    account: { settings: server.settings, secret: server.key },
    say: (name, text) => {
      const ref = server.say(name, 'Una queja', text)
      const url = `https://apps.apple.com/es/app/luna/id${server.app}?see-all=reviews`
      // The public feed has an id of its own.
      return {
        text,
        ref,
        fields: { title: 'Una queja', author: name, url, externalId: `feed-${ref}`, rating: 2 },
      }
    },
    under,
    all: () => inOrder(server.asked, /customerReviewResponses$/, 'responseBody'),
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

async function emailPlace(now: () => number): Promise<AnsweringPlace> {
  const server = await startMailServer(now)
  const under = ({ ref }: Said) =>
    server.mails.filter(({ headers }) => headers.get('in-reply-to') === `<${ref}>`).map(({ text }) => text)
  let last = 0
  return {
    channel: 'email',
    server,
    account: {
      settings: { server: server.origin, user: 'iris', from: 'hola@cafeluna.example' },
      secret: MAIL_PASSWORD,
    },
    say: (name, text) => {
      last += 1
      const ref = `${last}.${name}@correo.example`
      return {
        text,
        ref,
        fields: { title: 'Mi pedido', author: name, handle: `${name}@correo.example`, externalId: ref },
      }
    },
    under,
    all: () => server.mails.map(({ text }) => text),
    count: (said, body) => under(said).filter((text) => text === body).length,
  }
}

/** What was written, by its first time: stores keep one answer a review, however often it comes. */
function inOrder(asked: AnsweringPlace['server']['asked'], path: RegExp, field: string): string[] {
  const words = asked
    .filter((one) => one.method === 'POST' && path.test(one.path))
    .map(({ body }) => new RegExp(`"${field}":("(?:[^"\\\\]|\\\\.)*")`).exec(body)?.[1] ?? '""')
    .map((text) => String(JSON.parse(text)))
  return [...new Set(words)]
}

/** Every channel that has an account. */
export const EVERY_PLACE: Readonly<Record<string, StartPlace>> = {
  ...ANSWERING_PLACES,
  lemmy: lemmyPlace,
  'google-play': googlePlayPlace,
  'app-store-connect': appStorePlace,
  email: emailPlace,
}

interface Shorthand {
  readonly pattern: RegExp
  readonly address: string
}

const HOST = String.raw`((?:[\w-]+\.)+[\w-]+(?::\d+)?)`

/** What people write where an address would be longer. */
const SHORTHANDS: readonly Shorthand[] = [
  // Bluesky's handles are hosts; those of its own end so.
  { pattern: /^@?([\w-]+\.bsky\.social)$/, address: 'bsky.app/profile/$1' },
  // Mastodon: @user@host, as people say who they are.
  { pattern: new RegExp(String.raw`^@([\w.-]+)@${HOST}$`), address: '$2/@$1' },
  // Lemmy: !community@host.
  { pattern: new RegExp(String.raw`^!(\w+)@${HOST}$`), address: '$2/c/$1' },
  { pattern: /^\/?(r\/\w+|u\/[\w-]+)\/?$/i, address: 'www.reddit.com/$1' },
]

/** The address that a shorthand means, or the text as it is. */
export function unfold(text: string): string {
  const known = SHORTHANDS.find(({ pattern }) => pattern.test(text))
  return known ? text.replace(known.pattern, known.address) : text
}

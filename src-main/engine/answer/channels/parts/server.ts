import { z } from 'zod'

/** The address of a place's server, without a path of its own: `https://mastodon.example`. */
export const Server = z
  .url({ protocol: /^https?$/, error: 'an address that begins with https://' })
  .max(300)
  .transform((url) => url.replace(/\/+$/, ''))

export const Name = z.string().trim().min(1).max(200)

export function originOf(url: string | undefined): string[] {
  return url !== undefined && URL.canParse(url) ? [new URL(url).origin] : []
}

/** The parts of an address; null where it is none. */
export function parsed(url: string | null): URL | null {
  return url !== null && URL.canParse(url) ? new URL(url) : null
}

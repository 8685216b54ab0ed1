import type { ReadMention } from '../gatherer-protocol.ts'
import { parseUrl } from '../url.ts'
import { fold } from './naming.ts'

type Author = NonNullable<ReadMention['author']>

/** One of the brand's own handles, as the user wrote it. */
type Handle =
  | { readonly kind: 'profile'; readonly address: string }
  | { readonly kind: 'at-host'; readonly handle: string; readonly host: string }
  | { readonly kind: 'handle'; readonly handle: string; readonly name: string }

export type OwnHandles = readonly Handle[]

export function toOwnHandles(handles: readonly string[]): OwnHandles {
  return handles.map((written): Handle => {
    const text = written.trim()
    if (/^https?:\/\//i.test(text)) return { kind: 'profile', address: profileAddress(text) }
    const [handle = '', host] = bareHandle(text).split('@')
    if (host !== undefined && host !== '') return { kind: 'at-host', handle, host }
    return { kind: 'handle', handle, name: fold(text) }
  })
}

/** Whether the brand itself wrote it. A name counts only where the place gives no handle: anyone can take a name. */
export function isOurVoice(handles: OwnHandles, author: Author | null, sourceHost: string): boolean {
  return author !== null && handles.some((ours) => isSame(ours, author, hostName(sourceHost)))
}

function isSame(ours: Handle, author: Author, sourceHost: string): boolean {
  const [handle = '', handleHost] = bareHandle(author.handle ?? '').split('@')
  const host =
    handleHost ?? (author.url === null ? sourceHost : hostName(parseUrl(author.url)?.host ?? sourceHost))
  switch (ours.kind) {
    case 'profile':
      return author.url !== null && profileAddress(author.url) === ours.address
    case 'at-host':
      return (
        handle !== '' &&
        handle === ours.handle &&
        (host === ours.host || (handleHost ?? sourceHost) === ours.host)
      )
    case 'handle':
      if (handle === '') return fold(author.name) === ours.name || fold(author.name) === `@${ours.handle}`
      return handle === ours.handle && (handleHost === undefined || handleHost === sourceHost)
  }
}

function bareHandle(text: string): string {
  return text.trim().replace(/^@/, '').toLowerCase()
}

function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
}

function profileAddress(address: string): string {
  const url = parseUrl(address)
  if (url === null) return address
  return `${hostName(url.host)}${url.port === '' ? '' : `:${url.port}`}${url.pathname.replace(/\/+$/, '').toLowerCase()}${url.search}`
}

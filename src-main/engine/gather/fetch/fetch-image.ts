import { fetchDocument, type Network } from './fetch-document.ts'

const MAX_BYTES = 8 * 1_048_576

/** One image the user asked to see, as a `data:` address; null when it cannot be had or is no image. */
export async function fetchImage(
  network: Network,
  url: string,
  privateOrigin: string | null,
  signal: AbortSignal,
): Promise<string | null> {
  const limits = { ...network.limits, bytes: MAX_BYTES }
  const fetched = await fetchDocument(
    { ...network, limits },
    { url, privateOrigin, accepts: 'image' },
    signal,
  )
  if (fetched.kind !== 'fresh') return null
  const type = imageType(fetched.body)
  return type === null ? null : `data:${type};base64,${Buffer.from(fetched.body).toString('base64')}`
}

/** By its first bytes, whatever the label says. An SVG is a document, not a picture, and is not shown. */
export function imageType(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  return head.slice(4, 12) === 'ftypavif' ? 'image/avif' : null
}

import { createVerify, type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { jsonOf } from './json-of.ts'

const Header = z.object({ alg: z.string(), kid: z.string().optional() })
const Claims = z.looseObject({ iss: z.string(), aud: z.string(), iat: z.number(), exp: z.number() })

/** The header and claims of a JSON Web Token that this key has signed and that holds now; null for any other. */
export function signedBy(
  key: KeyObject,
  token: string,
  now: number,
): (z.output<typeof Header> & z.output<typeof Claims>) | null {
  const [head = '', body = '', signature = ''] = token.split('.')
  const header = jsonOf(Header, plain(head))
  const bytes = Buffer.from(signature, 'base64url')
  const signed = Buffer.from(`${head}.${body}`)
  const isSigned =
    header.alg === 'ES256'
      ? verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes)
      : createVerify('RSA-SHA256').update(signed).verify(key, bytes)
  const claims = jsonOf(Claims, plain(body))
  const seconds = now / 1000
  return isSigned && claims.iat <= seconds && claims.exp > seconds ? { ...header, ...claims } : null
}

function plain(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8')
}

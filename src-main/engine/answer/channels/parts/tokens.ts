import { createPrivateKey, sign } from 'node:crypto'

/** A signed JSON Web Token (RFC 7519); null where the key cannot sign. */
export function signedToken(
  algorithm: 'RS256' | 'ES256',
  header: Readonly<Record<string, string>>,
  claims: Readonly<Record<string, string | number>>,
  privateKey: string,
): string | null {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const text = `${encode({ alg: algorithm, typ: 'JWT', ...header })}.${encode(claims)}`
  try {
    const key = createPrivateKey(privateKey)
    const signature = sign(
      'sha256',
      Buffer.from(text),
      algorithm === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key,
    )
    return `${text}.${signature.toString('base64url')}`
  } catch {
    return null
  }
}

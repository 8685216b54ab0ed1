import type { Failure } from '../../../contract/failure.ts'
import { PrivateConnection } from './agents.ts'
import {
  badCertificate,
  badPacking,
  cutOff,
  privateAddress,
  tooLarge,
  tooSlow,
  unreachable,
} from './failures.ts'
import { TooLarge } from './growing.ts'
import { BadPacking, TornPacking } from './unpack.ts'

/** Why the program itself ended a fetch. */
export class TimeIsUp extends Error {
  readonly phase: 'first-byte' | 'whole'
  readonly seconds: number
  constructor(phase: 'first-byte' | 'whole', seconds: number) {
    super(`${phase}: ${seconds} s`)
    this.phase = phase
    this.seconds = seconds
  }
}

export interface Limits {
  readonly connectMs: number
  readonly firstByteMs: number
  readonly wholeMs: number
  readonly bytes: number
}

const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH)/
const CUT_OFF = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'])

/** What an error of the network means, for a person; null when it is a bug of ours. */
export function failureOfError(error: unknown, host: string, limits: Limits): Failure | null {
  const chain = causesOf(error)
  const timeIsUp = chain.find((cause) => cause instanceof TimeIsUp)
  if (timeIsUp) return tooSlow(host, timeIsUp.seconds, timeIsUp.phase)
  if (chain.some((cause) => cause instanceof PrivateConnection)) return privateAddress(host)
  if (chain.some((cause) => cause instanceof TooLarge)) return tooLarge(host, limits.bytes)
  if (chain.some((cause) => cause instanceof TornPacking)) return cutOff(host)
  if (chain.some((cause) => cause instanceof BadPacking)) return badPacking(host)
  if (chain.some((cause) => cause instanceof Error && cause.name === 'HTTPParserError')) {
    return unreachable(host, 'it does not speak HTTP')
  }
  const code = chain.map(codeOf).find((found) => found !== '')
  if (code === undefined) return null
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
    return tooSlow(host, Math.round(limits.connectMs / 1000), 'connect')
  if (CERTIFICATE.test(code)) return badCertificate(host, CERTIFICATES[code] ?? 'its chain is not complete')
  return CUT_OFF.has(code) ? cutOff(host) : unreachable(host, reasonOf(code))
}

function reasonOf(code: string): string {
  return REASONS[code] ?? (/^(?:ERR_SSL|ERR_TLS)/.test(code) ? 'it does not speak https there' : code)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'it does not accept connections',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'there is no way to it',
  EPROTO: 'it does not speak https there',
  EADDRNOTAVAIL: 'there is no way to it',
  UND_ERR_HEADERS_OVERFLOW: 'its headers are longer than any server needs',
  UND_ERR_NOT_SUPPORTED: 'it wants to speak something else than HTTP',
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has run out',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it was taken back',
  CERT_UNTRUSTED: 'nobody known vouches for it',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'nobody known vouches for it',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody known vouches for it',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another host',
  ERR_TLS_CERT_ALTNAME_FORMAT: 'it is for another host',
  HOSTNAME_MISMATCH: 'it is for another host',
}

function causesOf(error: unknown): unknown[] {
  const found: unknown[] = []
  const queue = [error]
  while (queue.length > 0 && found.length < 20) {
    const next = queue.shift()
    if (next === undefined || next === null) continue
    found.push(next)
    if (next instanceof AggregateError) queue.push(...(next.errors as unknown[]))
    if (next instanceof Error) queue.push(next.cause)
  }
  return found
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

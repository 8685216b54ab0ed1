import { createTransport } from 'nodemailer'
import type { Mail, NetAnswer } from '../channels/channel.ts'

interface MailOptions {
  readonly now: () => number
  readonly patienceMs: number
}

/** Hands a mail over by SMTP; without a message it only signs in. Nothing is sent in the clear but to this machine. */
export async function sendMail(
  mail: Omit<Mail, 'message'> & { readonly message: Mail['message'] | null },
  { now, patienceMs }: MailOptions,
): Promise<NetAnswer> {
  const { host, port, security, user, password, message } = mail
  const transport = createTransport({
    host: host.replace(/^\[|\]$/g, ''),
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth: { user, pass: password },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    // A line of its own first: what fails before a mail is handed over has surely sent none. Later nobody can tell, because
    // a line that breaks looks the same before the message and after it.
    await transport.verify()
  } catch (error) {
    transport.close()
    return (
      failed(error, now()) ?? { kind: 'not-sent', why: 'unreachable', says: `${host} cannot be reached.` }
    )
  }
  try {
    if (message !== null) await transport.sendMail(message)
    return { kind: 'answered', status: 250, headers: {}, body: '{}', at: now() }
  } catch (error) {
    return failed(error, now()) ?? { kind: 'no-answer', says: `${host} did not answer.` }
  } finally {
    transport.close()
  }
}

/** RFC 5321, 4.2: 4yz asks to try again, 5yz never will; null where the server did not say anything. */
function failed(error: unknown, at: number): NetAnswer | null {
  const of = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : null
  const [code, responseCode, response] = [of('code'), of('responseCode'), of('response')]
  const said = typeof response === 'string' ? response : 'It was not taken.'
  const answered = (status: number): NetAnswer => ({
    kind: 'answered',
    status,
    headers: {},
    body: JSON.stringify({ error: said }),
    at,
  })
  if (code === 'EAUTH') return answered(401)
  return typeof responseCode === 'number' ? answered(responseCode < 500 ? 503 : 422) : null
}

import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Asked, PlaceServer, WriteFault } from './place-server.ts'

export const MAIL_PASSWORD = 'clave del correo'

export interface MailServer extends PlaceServer {
  readonly port: number
  /** Oldest first. */
  readonly mails: readonly ReceivedMail[]
}

export interface ReceivedMail {
  /** As it came. */
  readonly raw: string
  /** By their names in lower case, unfolded. */
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
}

/** What is said on one line of SMTP (RFC 5321), from the greeting on. */
interface Talk {
  readonly socket: Socket
  rest: string
  isInData: boolean
  isSignedIn: boolean
  hasMail: boolean
}

/** As much of SMTP as one mailbox needs: EHLO, AUTH PLAIN, one mail after the other, and the faults of `writeFaults`. */
export async function startMailServer(now: () => number): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const asked: Asked[] = []
  const writeFaults: WriteFault[] = []
  let [open, most] = [0, 0]

  const take = (talk: Talk, mail: string) => {
    const fault = writeFaults.shift()
    switch (fault?.kind) {
      case undefined:
        mails.push(received(mail))
        return talk.socket.write('250 2.0.0 OK queued\r\n')
      case 'commit-then-drop':
      case 'commit-late':
        mails.push(received(mail))
        return talk.socket.destroy()
      case 'drop-before-commit':
        return talk.socket.destroy()
      case '500-after-commit':
        mails.push(received(mail))
        return talk.socket.destroy()
      case '500-before-commit':
        return talk.socket.write('554 5.7.1 Message refused\r\n')
      case '503':
      case '429':
        return talk.socket.write('451 4.7.1 Try again later\r\n')
    }
  }
  const hear = (talk: Talk, line: string) => {
    const say = (text: string) => talk.socket.write(`${text}\r\n`)
    const verb = (/^[A-Z]+/i.exec(line)?.[0] ?? '').toUpperCase()
    asked.push({ method: verb, path: '', query: new URLSearchParams(), headers: {}, body: '', at: now() })
    switch (verb) {
      case 'EHLO':
        return say('250-mail.example\r\n250-8BITMIME\r\n250 AUTH PLAIN')
      case 'AUTH':
        talk.isSignedIn = line.endsWith(Buffer.from(`\u0000iris\u0000${MAIL_PASSWORD}`).toString('base64'))
        return say(talk.isSignedIn ? '235 2.7.0 Accepted' : '535 5.7.8 Authentication credentials invalid')
      case 'QUIT':
        say('221 2.0.0 Bye')
        return talk.socket.end()
      case 'RSET':
      case 'NOOP':
        return say('250 2.0.0 OK')
      case 'MAIL':
        talk.hasMail = true
        open += 1
        most = Math.max(most, open)
        return say(talk.isSignedIn ? '250 2.1.0 OK' : '530 5.7.0 Authentication required')
      case 'RCPT':
        return say(line.includes('@') ? '250 2.1.5 OK' : '550 5.1.1 No such user')
      case 'DATA':
        talk.isInData = true
        return say('354 Go ahead')
      default:
        return say('502 5.5.2 Command not recognized')
    }
  }
  const server = createServer((socket) => {
    const talk: Talk = { socket, rest: '', isInData: false, isSignedIn: false, hasMail: false }
    socket.on('close', () => talk.hasMail && (open -= 1))
    socket.on('error', () => undefined)
    socket.write('220 mail.example ESMTP\r\n')
    socket.on('data', (chunk) => {
      talk.rest += chunk.toString('utf8')
      for (;;) {
        const end = talk.rest.indexOf(talk.isInData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const line = talk.rest.slice(0, end)
        talk.rest = talk.rest.slice(end + (talk.isInData ? 5 : 2))
        if (!talk.isInData) hear(talk, line)
        else {
          talk.isInData = false
          talk.hasMail = false
          open -= 1
          take(talk, line)
        }
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The mail server has no port.')
  const { port } = address
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  onTestFinished(() => void server.close())
  return {
    origin: `127.0.0.1:${port}`,
    port,
    mails,
    asked,
    writeFaults,
    readFaults: [],
    tooSoon: () => 0,
    mostAtOnce: () => most,
    finishLate: () => undefined,
    close,
  }
}

function received(raw: string): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  // A line that begins with a dot comes with another before it (RFC 5321, 4.5.2).
  const body = raw.slice(end + 4).replace(/^\.\./gm, '.')
  const text = decoded(body, headers.get('content-transfer-encoding') ?? '7bit')
  return { raw, headers, text: text.replaceAll('\r\n', '\n').trim() }
}

/** RFC 2045, 6. */
function decoded(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8')
    case 'quoted-printable':
      return decodeURIComponent(
        body
          .replace(/=\r\n/g, '')
          .replace(/%/g, '=25')
          .replace(/=(?=[0-9A-F]{2})/g, '%'),
      )
    default:
      return body
  }
}

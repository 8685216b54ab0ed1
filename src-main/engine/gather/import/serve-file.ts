import type { MessagePort } from 'node:worker_threads'
import { CallFailed, type Failure } from '../../../contract/failure.ts'
import type { FileToRead } from './file-to-read.ts'
import { BATCHES_AHEAD, type FromFileReader } from './from-file-reader.ts'
import { lookAtRows } from './look-at-rows.ts'
import { packMentions } from '../read/packed-mentions.ts'
import { readRows } from './read-rows.ts'

/**
 * The reader of one file, in a thread of its own that is ended with the call: a hostile file costs the thread. It is
 * read while what was read before is saved, and never far ahead.
 */
export async function serveFile(port: MessagePort, file: FileToRead): Promise<void> {
  const send = (message: FromFileReader) => port.postMessage(message)
  try {
    if (file.task === 'look') send({ kind: 'looked', look: await lookAtRows(file) })
    else await sendRows(port, file, send)
  } catch (error) {
    const failure = failureOf(error, file.name)
    if (failure === null)
      send({ kind: 'crashed', why: error instanceof Error ? (error.stack ?? '') : String(error) })
    else send({ kind: 'failed', failure })
  }
}

async function sendRows(
  port: MessagePort,
  file: FileToRead,
  send: (message: FromFileReader) => void,
): Promise<void> {
  let ahead = 0
  let taken: (() => void) | null = null
  port.on('message', () => {
    ahead -= 1
    taken?.()
  })
  const rows = readRows(file)
  for (;;) {
    const next = await rows.next()
    if (next.done === true) {
      send({ kind: 'end', readBy: next.value })
      return
    }
    const { items, ...batch } = next.value
    const packed = packMentions(items)
    port.postMessage({ kind: 'rows', batch, packed } satisfies FromFileReader, [packed.buffer])
    ahead += 1
    while (ahead >= BATCHES_AHEAD) await new Promise<void>((resolve) => (taken = resolve))
  }
}

function failureOf(error: unknown, name: string): Failure | null {
  if (error instanceof CallFailed) return error.failure
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'EISDIR')
    return {
      kind: 'no-such-file',
      message: `There is no file ${name} there.`,
      hint: 'Choose the file again.',
    }
  if (code === 'EACCES' || code === 'EPERM')
    return {
      kind: 'no-permission',
      message: `${name} may not be read.`,
      hint: 'Look at who may read the file, or copy it elsewhere.',
    }
  return null
}

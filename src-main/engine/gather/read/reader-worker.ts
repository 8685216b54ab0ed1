import { parentPort, workerData } from 'node:worker_threads'
import type { ReadResult } from '../gatherer-protocol.ts'
import { isFileToRead } from '../import/file-to-read.ts'
import { decode } from './decode.ts'
import { letGo } from '../fetch/let-go.ts'
import { packMentions } from './packed-mentions.ts'
import { readText } from './read-document.ts'
import type { FromReader, ToReader } from './reader-protocol.ts'

/** The reader: bytes in, mentions out. It has no database and no network, and may be ended at any time. */
const port = parentPort
if (!port) throw new Error('The reader runs as a worker thread.')

/** One by one: whoever watches takes the time of the first. */
const serveDocuments = () => {
  let last: Promise<void> = Promise.resolve()
  const answer = async ({ id, document }: ToReader) => {
    try {
      const text = decode(document.body, document.contentType)
      letGo(document.body)
      postResult(id, await readText(text, document))
    } catch (error) {
      const why = error instanceof Error ? error.stack : String(error)
      port.postMessage({ kind: 'crashed', id, why })
    }
    // The text a RegExp looked at last is kept until it looks at another: as much as three bodies.
    ;/^/.test('')
  }
  port.on('message', (question: ToReader) => {
    last = last.then(() => answer(question))
  })
  port.postMessage({ kind: 'ready' })
}

function postResult(id: number, result: ReadResult): void {
  if (result.kind !== 'feed') port?.postMessage({ kind: 'read', id, result } satisfies FromReader)
  else {
    const { items, ...document } = result.document
    const packed = packMentions(items)
    port?.postMessage({ kind: 'read', id, result: { ...result, document, packed } } satisfies FromReader, [
      packed.buffer,
    ])
  }
}

const given: unknown = workerData
if (isFileToRead(given)) {
  // Loaded when needed: gathering reads no tables and no mail.
  const { serveFile } = await import('../import/serve-file.ts')
  await serveFile(port, given)
} else serveDocuments()

import type { Socket } from 'node:net'
import { TooLarge } from './growing.ts'

/** For one answer; of 16 MiB it leaves room for chunks of a few bytes each. */
export const LINE_BYTES = 2 * 16 * 1_048_576

/**
 * Ends a line over which more comes for one request than any answer needs. A body is counted where it is kept; what is
 * none of it, a chunk's label that never ends, costs as much memory while it passes.
 */
export function limitAnswers(socket: Socket, most: number): void {
  let asked = socket.bytesWritten
  let from = socket.bytesRead
  let seen = from
  socket.on('readable', () => {
    // Whoever writes asks for the next thing.
    if (socket.bytesWritten !== asked) {
      asked = socket.bytesWritten
      from = seen
    }
    seen = socket.bytesRead
    if (seen - from > most) socket.destroy(new TooLarge())
  })
}

// @ts-check
import { createRequire } from 'node:module'

const file = process.env['PROBE_FILE'] ?? ''
const nativeBinding = process.env['VENTANILLA_SQLITE_BINDING']
/** @type {typeof import('better-sqlite3')} */
const Sqlite = createRequire(import.meta.url)('better-sqlite3')
const db = new Sqlite(file, nativeBinding === undefined ? {} : { nativeBinding })
db.pragma('journal_mode = WAL')
const page = db.prepare(
  `SELECT id, author, title, substr(body, 1, 160) AS words FROM mention_state JOIN mention_text USING (id)
   WHERE status < 2 ORDER BY id DESC LIMIT ?`,
)
process.parentPort.on('message', ({ ports: [port] }) => {
  port?.on('message', ({ data }) => port.postMessage(page.all(data.limit)))
  port?.start()
})

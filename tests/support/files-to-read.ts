import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FileToRead } from '../../src-main/engine/gather/import/file-to-read.ts'
import type { ReadMention } from '../../src-main/engine/gather/gatherer-protocol.ts'
import { readRows } from '../../src-main/engine/gather/import/read-rows.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A real file that is gone after the test. */
export function writeFile(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

/** The same file as the reader of files is given it. */
export function fileToRead(path: string, fields: Partial<FileToRead> = {}): FileToRead {
  return {
    task: 'look',
    path,
    name: basename(path),
    format: null,
    given: {},
    remembered: {},
    timezone: 'UTC',
    ours: { name: 'Café Luna', handle: '@cafeluna' },
    now: Date.parse('2026-05-02T09:00:00Z'),
    ...fields,
  }
}

/** Everything a file brings, and what it is rejected. */
export async function readFile(name: string, content: string | Uint8Array, fields: Partial<FileToRead> = {}) {
  const items: ReadMention[] = []
  const rejected: { readonly row: number; readonly message: string }[] = []
  for await (const batch of readRows(fileToRead(writeFile(name, content), fields))) {
    items.push(...batch.items)
    rejected.push(...batch.rejected)
  }
  return { items, rejected }
}

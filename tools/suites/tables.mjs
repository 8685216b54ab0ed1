// @ts-check
// Tables, read as an import without a word from the user reads them.
import { basename } from 'node:path'
import { itemsDifferences, rowDifferences } from './compare.mjs'

/**
 * @param {string} path
 * @param {import('./compare.mjs').Expected} expected
 * @returns {Promise<string[]>} what does not hold
 */
export async function lookAtTable(path, expected) {
  const { openFile } = await import('../../src-main/engine/gather/import/open-file.ts')
  const file = { path, name: basename(path), format: null }
  if (expected.rows !== undefined) {
    const opened = await openFile(file)
    if (opened.kind !== 'table') return [`unread: taken for ${opened.format}`]
    const rows = []
    for await (const batch of opened.table.read()) rows.push(...batch.rows.map(({ cells }) => cells))
    return rowDifferences(opened.table.columns, rows, expected.rows)
  }
  return itemsDifferences(await itemsOf(file), expected)
}

/** @param {{ path: string, name: string, format: null }} file */
async function itemsOf(file) {
  const { readRows } = await import('../../src-main/engine/gather/import/read-rows.ts')
  const items = []
  const reading = {
    task: /** @type {const} */ ('bring-in'),
    given: {},
    remembered: {},
    timezone: 'UTC',
    ours: null,
  }
  for await (const batch of readRows({ ...file, ...reading, now: Date.now() })) items.push(...batch.items)
  return items
}

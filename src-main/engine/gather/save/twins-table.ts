import { bitsSet } from '../read/simhash.ts'
import { MOST_BITS } from './twins-same.ts'

/** What a mention is looked up by. */
export interface TwinKeys {
  readonly row: number
  readonly sourceRow: number
  readonly print: Uint8Array | null
  readonly addressHash: number | null
}

/** Mentions by number, kept by columns, with the numbers that share a key one after another. */
export interface TwinTable {
  size: number
  rows: Float64Array
  sources: Int32Array
  /** Both halves of each print. */
  lows: Int32Array
  highs: Int32Array
  /** 1 where there is a print. */
  prints: Uint8Array
  /** NaN where there is none. */
  addresses: Float64Array
  /** So many can be found; the others are made so when somebody looks for one. */
  linked: number
  /**
   * The source that all others are of; null where there are several, undefined where there is none. Whoever looks wants what
   * other sources have: what one brings by itself, as a file that is imported, nobody looks for.
   */
  unlinkedSource: number | null | undefined
  /** Which slots of `heads` hold one, a bit each: small enough to lie in the processor's own memory. */
  readonly taken: Int32Array
  /** The newest number, less one, that has a quarter of a print: four tables of 65,536. */
  readonly heads: Int32Array
  /** The number before it with the same, less one; for each quarter. */
  nexts: readonly Int32Array[]
  readonly byAddress: Map<number, number[]>
}

const QUARTERS = 4
const ROOM_AT_FIRST = 1024

export function newTable(): TwinTable {
  return {
    size: 0,
    rows: new Float64Array(ROOM_AT_FIRST),
    sources: new Int32Array(ROOM_AT_FIRST),
    lows: new Int32Array(ROOM_AT_FIRST),
    highs: new Int32Array(ROOM_AT_FIRST),
    prints: new Uint8Array(ROOM_AT_FIRST),
    addresses: new Float64Array(ROOM_AT_FIRST),
    linked: 0,
    unlinkedSource: undefined,
    taken: new Int32Array((QUARTERS << 16) >> 5),
    heads: new Int32Array(QUARTERS << 16),
    nexts: Array.from({ length: QUARTERS }, () => new Int32Array(ROOM_AT_FIRST)),
    byAddress: new Map(),
  }
}

export function addToTable(table: TwinTable, { row, sourceRow, print, addressHash }: TwinKeys): void {
  if (table.size === table.rows.length) makeRoom(table)
  const number = table.size
  table.size += 1
  table.rows[number] = row
  table.sources[number] = sourceRow
  if (table.unlinkedSource === undefined) table.unlinkedSource = sourceRow
  else if (table.unlinkedSource !== sourceRow) table.unlinkedSource = null
  table.prints[number] = print === null ? 0 : 1
  table.lows[number] = print === null ? 0 : wordOf(print, 0)
  table.highs[number] = print === null ? 0 : wordOf(print, 4)
  table.addresses[number] = addressHash ?? Number.NaN
}

function linkAll(table: TwinTable): void {
  const { byAddress, addresses, prints } = table
  for (; table.linked < table.size; table.linked += 1) {
    const number = table.linked
    if (prints[number] === 1) linkPrint(table, number)
    const address = addresses[number] ?? Number.NaN
    if (Number.isNaN(address)) continue
    const known = byAddress.get(address)
    if (known) known.push(number)
    else byAddress.set(address, [number])
  }
  table.unlinkedSource = undefined
}

function linkPrint({ lows, highs, taken, heads, nexts }: TwinTable, number: number): void {
  const [low, high] = [lows[number] ?? 0, highs[number] ?? 0]
  nexts.forEach((next, quarter) => {
    const slot = slotOf(quarter, low, high)
    next[number] = heads[slot] ?? 0
    heads[slot] = number + 1
    taken[slot >> 5] = (taken[slot >> 5] ?? 0) | (1 << (slot & 31))
  })
}

function makeRoom(table: TwinTable): void {
  const room = table.size * 2
  const longer = (column: Int32Array) => {
    const copy = new Int32Array(room)
    copy.set(column)
    return copy
  }
  const longerFloat = (column: Float64Array) => {
    const copy = new Float64Array(room)
    copy.set(column)
    return copy
  }
  const prints = new Uint8Array(room)
  prints.set(table.prints)
  table.prints = prints
  table.rows = longerFloat(table.rows)
  table.addresses = longerFloat(table.addresses)
  table.sources = longer(table.sources)
  table.lows = longer(table.lows)
  table.highs = longer(table.highs)
  table.nexts = table.nexts.map(longer)
}

/** Rows of other sources with the same address, or a print that is near. */
export function findInTable(table: TwinTable, { sourceRow, print, addressHash }: TwinKeys): Set<number> {
  const { rows, sources, byAddress } = table
  const found = new Set<number>()
  if (table.unlinkedSource !== sourceRow) linkAll(table)
  if (table.linked === 0) return found
  if (print !== null) findPrint(table, print, sourceRow, found)
  for (const number of addressHash === null ? [] : (byAddress.get(addressHash) ?? []))
    if (sources[number] !== sourceRow) found.add(rows[number] ?? 0)
  return found
}

/** Where no more than seven bits differ, a quarter is the same but for one, and mostly so where some more do. */
function findPrint(table: TwinTable, print: Uint8Array, sourceRow: number, found: Set<number>): void {
  const [low, high] = [wordOf(print, 0), wordOf(print, 4)]
  for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
    const slot = slotOf(quarter, low, high)
    for (let flip = 0; flip <= 16; flip += 1) {
      const near = flip === 16 ? slot : slot ^ (1 << flip)
      if ((((table.taken[near >> 5] ?? 0) >>> (near & 31)) & 1) === 1)
        followSlot(table, quarter, near, { low, high, sourceRow }, found)
    }
  }
}

interface Wanted {
  readonly low: number
  readonly high: number
  readonly sourceRow: number
}

function followSlot(
  { heads, nexts, rows, sources, lows, highs }: TwinTable,
  quarter: number,
  slot: number,
  { low, high, sourceRow }: Wanted,
  found: Set<number>,
): void {
  const next = nexts[quarter]
  for (let at = heads[slot] ?? 0; at !== 0; at = next?.[at - 1] ?? 0) {
    const bits = bitsSet((lows[at - 1] ?? 0) ^ low) + bitsSet((highs[at - 1] ?? 0) ^ high)
    if (bits <= MOST_BITS && sources[at - 1] !== sourceRow) found.add(rows[at - 1] ?? 0)
  }
}

function slotOf(quarter: number, low: number, high: number): number {
  const half = quarter < 2 ? low : high
  return (quarter << 16) | ((quarter % 2 === 0 ? half : half >>> 16) & 0xffff)
}

function wordOf(bytes: Uint8Array, at: number): number {
  const [one = 0, two = 0, three = 0, four = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]
  return one | (two << 8) | (three << 16) | (four << 24)
}

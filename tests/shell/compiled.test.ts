import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loaderOf } from '../../src-main/compiled.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compiled-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bundle = () => join(folder, 'bundle.cjs')
const keptIn = () => join(folder, 'kept')
const keptFile = () => join(keptIn(), 'bundle.cjs')

/** One start; answers what the bundle says, and how many of its files had to be compiled and were kept. */
function start(): { says: unknown; compiled: number } {
  const later: (() => void)[] = []
  const loaded = loaderOf(keptIn(), (keep) => void later.push(keep))(bundle())
  for (const keep of later) keep()
  return { says: 'says' in loaded ? loaded.says : undefined, compiled: later.length }
}

test('what was compiled at one start is taken at the next', () => {
  writeFileSync(bundle(), 'exports.says = [1, 2].map((each) => each + 1)')
  expect(start()).toEqual({ says: [2, 3], compiled: 1 })
  expect(start()).toEqual({ says: [2, 3], compiled: 0 })
})

test('a new version is compiled anew, even where it is as long as the old one', () => {
  writeFileSync(bundle(), 'exports.says = () => "old"; exports.says = exports.says()')
  start()
  writeFileSync(bundle(), 'exports.says = () => "new"; exports.says = exports.says()')
  expect(start()).toEqual({ says: 'new', compiled: 1 })
  expect(start()).toEqual({ says: 'new', compiled: 0 })
})

test.each([
  ['torn', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
  ['emptied', () => Buffer.alloc(0)],
  [
    'damaged',
    (whole: Buffer) => Buffer.concat([whole.subarray(0, 60), Buffer.from('????'), whole.subarray(64)]),
  ],
])('what was kept and is %s is not believed', (_how, harm) => {
  writeFileSync(bundle(), 'exports.says = "whole"')
  start()
  writeFileSync(keptFile(), harm(readFileSync(keptFile())))
  expect(start()).toEqual({ says: 'whole', compiled: 1 })
})

test('the files of a bundle are loaded once, also where they name each other', () => {
  writeFileSync(
    bundle(),
    'exports.count = 0; exports.says = require("./other.cjs").next() + require("./other.cjs").next()',
  )
  writeFileSync(
    join(folder, 'other.cjs'),
    'const whole = require("./bundle.cjs"); exports.next = () => (whole.count += 1)',
  )
  expect(start()).toEqual({ says: 3, compiled: 2 })
  expect(readdirSync(keptIn()).sort()).toEqual(['bundle.cjs', 'other.cjs'])
})

test('where nothing can be kept, it starts all the same', () => {
  writeFileSync(bundle(), 'exports.says = require("node:path").basename(__filename)')
  writeFileSync(keptIn(), 'a file where the folder would be')
  expect(start()).toEqual({ says: 'bundle.cjs', compiled: 1 })
  expect(start()).toEqual({ says: 'bundle.cjs', compiled: 1 })
})

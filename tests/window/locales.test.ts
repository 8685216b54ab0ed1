import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import en from '../../src-renderer/locales/en.json' with { type: 'json' }
import es from '../../src-renderer/locales/es.json' with { type: 'json' }

/** Every sentence by its key: `inbox.empty.unread`. */
function sentences(words: object, under = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return [[`${under}${name}`, value] as [string, string]]
    return typeof value === 'object' && value !== null ? sentences(value, `${under}${name}.`) : []
  })
}

const spanish = new Map(sentences(es))
const english = new Map(sentences(en))

test('Spanish and English say the same things', () => {
  expect([...spanish.keys()].filter((key) => !english.has(key))).toEqual([])
  expect([...english.keys()].filter((key) => !spanish.has(key))).toEqual([])
})

test('no sentence is empty', () => {
  const empty = ([, sentence]: [string, string]) => sentence.trim() === ''
  expect([...spanish, ...english].filter(empty)).toEqual([])
})

test('a sentence speaks of the same things in both languages', () => {
  const names = (sentence: string) =>
    [...new Set(sentence.match(/\{\{\s*\w+/g))].map((name) => name.replace(/\W/g, '')).sort()
  // "One mention" need not write its number.
  const isOne = (key: string) => key.endsWith('_one')
  const differs = [...spanish].filter(
    ([key, sentence]) => !isOne(key) && names(sentence).join() !== names(english.get(key) ?? '').join(),
  )
  expect(differs.map(([key]) => key)).toEqual([])
})

const window = fileURLToPath(new URL('../../src-renderer', import.meta.url))
const files = readdirSync(window, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.tsx?$/.test(path),
)
/** Every key that is asked for: `t('inbox.tags')`, and what begins one: t(`inbox.view.${view}`). */
const asked = files.flatMap((file) =>
  [...readFileSync(join(window, file), 'utf8').matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g)].map(
    ([, plain, template]) => ({ file, key: plain ?? template ?? '' }),
  ),
)

function exists(key: string): boolean {
  const pattern = key.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const known = new RegExp(`^${pattern.join('[^.]+')}(?:_ordinal)?(?:_(?:zero|one|two|few|many|other))?$`)
  return [...spanish.keys()].some((each) => known.test(each))
}

test('every sentence a screen asks for is there', () => {
  expect(asked.length).toBeGreaterThan(50)
  expect(asked.filter(({ key }) => !exists(key)).map(({ file, key }) => `${file}: ${key}`)).toEqual([])
})

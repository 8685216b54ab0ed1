import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** `import … from 'x'`, `export … from 'x'`, bare `import 'x'` and `import('x')`, types included. */
const IMPORTS =
  /^(?:import|export)\b[^'"=;(]*?\sfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

interface Import {
  readonly from: string
  readonly to: string
}

const files = ['src-main', 'src-renderer'].flatMap((root) =>
  readdirSync(join(repository, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:ts|tsx)$/.test(path))
    .map((path) => join(root, path)),
)

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(join(repository, from), 'utf8').matchAll(IMPORTS)].map(([, named, bare, dynamic]) => {
    const target = named ?? bare ?? dynamic ?? ''
    return { from, to: target.startsWith('.') ? normalize(join(dirname(from), target)) : target }
  }),
)

/** Fails with the offending pairs, as `a.ts → b.ts`. */
function expectNone(offending: readonly Import[]): void {
  expect(offending.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
}

const ENGINE = 'src-main/engine/'
const inside = (folder: string) => (path: string) => path.startsWith(folder)
const isElectron = (to: string) =>
  to === 'electron' || to.startsWith('electron/') || to.startsWith('@electron/')
const isOurs = (to: string) => to.startsWith('src-')
/** The subject of the engine a file belongs to: `triage`, `gather`; null for the engine's own files. */
const subjectOf = (path: string) => /^src-main\/engine\/([^/]+)\//.exec(path)?.[1] ?? null

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(imports.length).toBeGreaterThan(100)
})

test('every file of ours that is imported exists', () => {
  expectNone(imports.filter(({ to }) => isOurs(to) && !to.includes('?') && !existsSync(join(repository, to))))
})

test('the contract imports zod and itself: both sides load it', () => {
  const may = (to: string) => to === 'zod' || to.startsWith('src-main/contract/')
  expectNone(imports.filter(({ from, to }) => from.startsWith('src-main/contract/') && !may(to)))
})

test('the engine never knows Electron, the shell or the window', () => {
  const may = (to: string) => !isElectron(to) && (!isOurs(to) || /^src-main\/(?:engine|contract)\//.test(to))
  expectNone(imports.filter(({ from, to }) => from.startsWith(ENGINE) && !may(to)))
})

test('the window knows the engine only through the contract', () => {
  const may = (to: string) =>
    !isElectron(to) &&
    !/^node:|^better-sqlite3/.test(to) &&
    (!isOurs(to) || /^src-renderer\/|^src-main\/contract\//.test(to))
  expectNone(imports.filter(({ from, to }) => from.startsWith('src-renderer/') && !may(to)))
})

test('the preload and the shell know the engine only through the contract', () => {
  const shell = (path: string) => /^src-main\/(?:shell|preload)\//.test(path)
  expectNone(
    imports.filter(({ from, to }) => shell(from) && (inside(ENGINE)(to) || inside('src-renderer/')(to))),
  )
})

test('engine-process.ts is the only file that knows both Electron and the engine', () => {
  const both = files.filter((file) => {
    const targets = imports.filter(({ from }) => from === file).map(({ to }) => to)
    return targets.some(isElectron) && targets.some(inside(ENGINE))
  })
  expect(both.filter((file) => file !== 'src-main/engine-process.ts')).toEqual([])
})

test('a subject uses another’s store and decisions, never its methods; engine.ts joins them', () => {
  const offends = ({ from, to }: Import) =>
    to.startsWith(ENGINE) &&
    /(?:^|[/-])methods\.ts$/.test(to) &&
    from !== 'src-main/engine/engine.ts' &&
    subjectOf(from) !== subjectOf(to)
  expectNone(imports.filter(offends))
})

test('only methods know methods: a store or a decision never asks upwards', () => {
  const isMethods = (path: string) => path.startsWith(ENGINE) && /(?:^|[/-])methods\.ts$/.test(path)
  const may = (from: string) => isMethods(from) || from === 'src-main/engine/engine.ts'
  expectNone(imports.filter(({ from, to }) => isMethods(to) && !may(from)))
})

test('the store knows no subject', () => {
  const store = (path: string) => subjectOf(path) === 'store'
  expectNone(imports.filter(({ from, to }) => store(from) && to.startsWith(ENGINE) && !store(to)))
})

/**
 * Rooms where things of one kind lie beside each other: what index.ts lists knows the one shared file, what lies
 * apart for several of them, and the contract; never the database, and never another of its kind.
 */
const ROOMS = [
  {
    name: 'a format',
    folder: `${ENGINE}gather/formats/`,
    knows: 'format.ts',
    also: [`${ENGINE}gather/url.ts`],
  },
  { name: 'a channel', folder: `${ENGINE}answer/channels/`, knows: 'channel.ts', also: [] },
  { name: 'an exporter', folder: `${ENGINE}report/exporters/`, knows: 'exporter.ts', also: [] },
]

test.each(ROOMS)('$name knows only $knows, libraries and the contract', ({ folder, knows, also }) => {
  const index = `${folder}index.ts`
  const members = new Set(imports.filter(({ from }) => from === index).map(({ to }) => to))
  members.delete(`${folder}${knows}`)
  const inRoom = (to: string) => inside(folder)(to) && !members.has(to)
  const may = (to: string) =>
    !/^better-sqlite3|^node:(?:fs|net|http)|^undici/.test(to) &&
    (!isOurs(to) || inRoom(to) || to.startsWith('src-main/contract/') || also.includes(to))
  expectNone(imports.filter(({ from, to }) => from.startsWith(folder) && from !== index && !may(to)))
})

test('no file imports itself by a roundabout way, types included', () => {
  const next = Map.groupBy(imports, ({ from }) => from)
  const reaches = (start: string, seen = new Set<string>()): Set<string> => {
    for (const { to } of next.get(start) ?? []) if (!seen.has(to)) reaches(to, seen.add(to))
    return seen
  }
  const reached = new Map(files.map((file) => [file, reaches(file)]))
  expectNone(imports.filter(({ from, to }) => reached.get(to)?.has(from)))
})

test.each(['brand', 'install'])(
  'every migration of the %s file is listed, in order, under its own number',
  (kind) => {
    const folder = join(repository, 'src-main/engine/store/migrations', kind)
    const steps = readdirSync(folder).filter((name) => /^\d/.test(name))
    expect(steps.map((name) => Number(name.slice(0, 4)))).toEqual(steps.map((_, index) => index + 1))
    const listed = [...readFileSync(join(folder, 'index.ts'), 'utf8').matchAll(/from '\.\/(\d{4}-[^']+)'/g)]
    expect(listed.map(([, name]) => name)).toEqual(steps)
  },
)

test('nothing exports a default', () => {
  const isDefault = (file: string) => /^export default/m.test(readFileSync(join(repository, file), 'utf8'))
  expect(files.filter(isDefault)).toEqual([])
})

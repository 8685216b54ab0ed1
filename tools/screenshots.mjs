// @ts-check
// npm run screenshots [-- FOLDER [SIZE …]]: the pictures of README.md, from the real window with the sample brand.
// With sizes (1280x800), every screen in both languages and both themes, to be looked at.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright'
import { withDisplay } from './display.mjs'
import { environmentFor, switchesForUser } from './electron.mjs'
import { setUpAll } from './setup.mjs'
import { exitWith, sayTo } from './setup/say.mjs'
import { checkout } from './setup/places.mjs'

/** @typedef {{ language: 'es' | 'en', scheme: 'light' | 'dark', size: { width: number, height: number } }} Look */

/** What is done in the window before each picture; the keys are those of the shortcut sheet. */
const SCENES = [
  { name: 'inbox', keys: ['g', 'i'], mention: 'Mochila azul' },
  { name: 'promises', keys: ['g', 'p'] },
  { name: 'sources', keys: ['g', 's'] },
  {
    name: 'report',
    keys: ['g', 'r'],
    press: /Hacer el informe|Make the report/,
    thenSees: /Hoja de cálculo|Spreadsheet/,
  },
  { name: 'settings', keys: ['g', 'a'] },
]

/** Looked at, and not shown in README.md: "ciudad" is a column that nobody can guess. */
const MORE_SCENES = [
  {
    name: 'source',
    keys: ['g', 's'],
    press: /^Starboard Reviews/,
    thenSees: /^Starboard Reviews/,
  },
  { name: 'by-hand', keys: ['g', 'i', 'n'] },
  {
    name: 'import',
    keys: ['Control+o'],
    file: `autor;estrellas;texto;fecha;ciudad
Marta;5;Me arreglaron el paraguas de mi abuela.;14/11/2026;Vigo
Iago;4;Rápido y barato.;15/11/2026;Lugo
Nadie;2;Tardaron tres semanas.;mañana o pasado;Lugo
`,
    thenSees: /^(Traer|Bring in) 2 /,
  },
]

await exitWith(async () => {
  const [folder = join(checkout, 'docs', 'screenshots'), ...sizes] = process.argv.slice(2)
  const electron = await setUpAll(sayTo(process.stdout))
  mkdirSync(folder, { recursive: true })
  await withDisplay(environmentFor(electron), async (env) => {
    Object.assign(process.env, env)
    for (const look of looks(sizes)) await photograph(look, resolve(folder), sizes.length > 0)
  })
  return 0
})

/** @param {readonly string[]} sizes such as 1280x800 @returns {Look[]} */
function looks(sizes) {
  const size = { width: 1280, height: 800 }
  if (sizes.length === 0)
    return [
      { language: 'es', scheme: 'light', size },
      { language: 'en', scheme: 'dark', size },
    ]
  return sizes.flatMap((text) => {
    const [width = 1280, height = 800] = text.split('x').map(Number)
    const every = { width, height }
    return /** @type {const} */ (['es', 'en']).flatMap((language) =>
      /** @type {const} */ (['light', 'dark']).map((scheme) => ({ language, scheme, size: every })),
    )
  })
}

/** @param {Look} look @param {string} folder @param {boolean} named whether the size is part of the name */
async function photograph({ language, scheme, size }, folder, named) {
  const data = mkdtempSync(join(tmpdir(), 'ventanilla-screenshots-'))
  const file = (/** @type {string} */ name) =>
    join(folder, `${name}-${scheme}-${language}${named ? `-${size.width}` : ''}.png`)
  const args = [checkout, '--data', data, '--sample', `--lang=${language}`, ...switchesForUser()]
  const app = await _electron.launch({ args })
  try {
    const page = await app.firstWindow()
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    )
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.waitForSelector('[data-ready]')
    for (const scene of named ? [...SCENES, ...MORE_SCENES] : SCENES) {
      const chosen = 'file' in scene ? page.waitForEvent('filechooser') : null
      for (const key of scene.keys) await page.keyboard.press(key)
      if (chosen && 'file' in scene) {
        writeFileSync(join(data, 'reseñas.csv'), scene.file)
        await (await chosen).setFiles(join(data, 'reseñas.csv'))
      }
      if ('mention' in scene) {
        await page.getByRole('option').filter({ hasText: scene.mention }).first().click()
        await page.getByPlaceholder(/^(Responde|Answer) /).waitFor()
      }
      if ('press' in scene) await page.getByRole('button', { name: scene.press }).click()
      if ('thenSees' in scene) await page.getByRole('button', { name: scene.thenSees }).waitFor()
      await page.evaluate('document.fonts.ready')
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: file(scene.name), animations: 'disabled' })
    }
  } finally {
    await app.close()
    rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { launchApp } from '../support/app.ts'
import { seriousProblems } from '../support/axe.ts'
import { pageWithFeeds, rssFeed, startFeedServer } from '../support/feed-server.ts'
import { chooseFiles, holdOver, writeIn } from '../support/files.ts'
import { openTown } from '../support/town.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const address = (page: Page) => page.getByRole('textbox', { name: /^Dirección de una página/ })

async function createBrand(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nombre de la marca').fill(name)
  await press(page, 'Crear la marca')
  await page.getByText(`${name} todavía no escucha en ningún sitio.`).waitFor()
}

const REVIEWS = `autor;estrellas;texto;fecha;ciudad
Lucía M;2;Pedí zanahoria y llegó limón.;14/11/2026;Lugo
Marta;5;El mejor chocolate del barrio.;15/11/2026;Vigo
Nadie;4;Muy rico.;mañana o pasado;Lugo
`

test('a file that is dropped is seen before it comes in, and what does not come in is named', async () => {
  const { page, folder, willSaveTo } = await launchApp()
  await createBrand(page, 'Café Aurora')
  const held = await holdOver(page, [writeIn(folder, 'reseñas.csv', REVIEWS)])
  await page.getByText('Suelta para traerlo a Café Aurora').waitFor()
  await held.letGo()
  await page.getByRole('heading', { name: 'Así quedarán las 2 primeras' }).waitFor()
  await page.getByText('No se entiende la fecha «mañana o pasado».').waitFor()
  expect(await page.getByRole('row', { name: /^Fila 4/ }).count()).toBe(1)

  await page.getByText(/columnas? que no se traen?/).click()
  await page.getByLabel('Qué es la columna ciudad').selectOption('product')
  await page.getByRole('listitem').filter({ hasText: 'Pedí zanahoria' }).getByText('Lugo').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await press(page, 'Traer 2 menciones')
  await page.getByText('2 menciones nuevas. 1 no ha entrado.').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  const list = join(folder, 'no-entraron.csv')
  await willSaveTo(list)
  await press(page, 'Guardar la lista…')
  await page.getByText(`Guardado en ${list}`).waitFor()
  expect(readFileSync(list, 'utf8')).toContain('4,"No se entiende la fecha «mañana o pasado»."')

  await press(page, 'Ver sus menciones')
  await page.getByRole('option').filter({ hasText: 'El mejor chocolate' }).click()
  await page.getByRole('document').getByText('Vigo').waitFor()
})

test('a file that is dropped before there is a brand waits for the first one', async () => {
  const { page, folder } = await launchApp()
  const held = await holdOver(page, [writeIn(folder, 'reseñas.csv', REVIEWS)])
  await page.getByText('Suelta para traerlo').waitFor()
  await held.letGo()
  await page.getByText('«reseñas.csv» espera').waitFor()
  await page.getByLabel('Nombre de la marca').fill('Café Aurora')
  await press(page, 'Crear la marca')
  await press(page, 'Traer 2 menciones')
  await page.getByText('2 menciones nuevas.').waitFor()
})

test('a file like the last one is read as that one was, and nothing comes in twice', async () => {
  const { page, folder } = await launchApp()
  await createBrand(page, 'Café Aurora')
  const file = writeIn(folder, 'reseñas.csv', REVIEWS)
  await chooseFiles(page, () => page.keyboard.press('Control+o'), file)
  await page.getByText(/columnas? que no se traen?/).click()
  await page.getByLabel('Qué es la columna ciudad').selectOption('product')
  await page.getByRole('listitem').filter({ hasText: 'Pedí zanahoria' }).getByText('Lugo').waitFor()
  await press(page, 'Traer 2 menciones')
  await page.getByText('2 menciones nuevas.').waitFor()

  await chooseFiles(page, () => press(page, 'Elegir otro archivo'), file)
  await page.getByText('se lee como la última vez que trajiste un archivo así').waitFor()
  expect(await page.getByLabel('Qué es la columna ciudad').inputValue()).toBe('product')
  await press(page, 'Traer 2 menciones')
  await page.getByText('No hay nada nuevo. 2 ya estaban. 1 no ha entrado.').waitFor()
})

test('a folder, and a file of no known kind, are said to be that; the next file has its turn', async () => {
  const { page, folder } = await launchApp()
  await createBrand(page, 'Café Aurora')
  mkdirSync(join(folder, 'carpeta'))
  const files = [join(folder, 'carpeta'), writeIn(folder, 'foto.bin', '\u0000\u0001\u0002')]
  await (await holdOver(page, files)).letGo()
  await page.getByText('«carpeta» es una carpeta.').waitFor()
  await press(page, 'Saltar este')
  await page.getByText('No se reconoce el tipo de archivo.').waitFor()
  await press(page, 'Dejarlo')
  await page.getByText('Nada entra hasta que lo hayas visto.').waitFor()
  expect(await seriousProblems(page)).toEqual([])
})

test('a source that fails says what happened, what to do and what came of each try', async () => {
  const town = await openTown()
  const { page } = await launchApp()
  await createBrand(page, 'Café Aurora')
  await address(page).fill(`${town.origin}/resenas.atom`)
  await page.keyboard.press('Enter')
  await press(page, /^Añadir Reseñas de Café Aurora/)
  const source = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) })
  await source.getByText(/^Bien/).waitFor()
  await town.close()
  await press(page, 'Recoger ahora')
  await page.getByRole('heading', { name: 'Te necesitan' }).waitFor()
  await source.getByText('No se ha podido llegar a 127.0.0.1').first().waitFor()
  await source.getByText(/Se probará de nuevo\.|Mira si tienes conexión/).waitFor()

  await press(page, 'Reseñas de Café Aurora')
  const log = page.getByRole('region', { name: /^Últimos intentos/ }).getByRole('row')
  await log.filter({ hasText: 'No se ha podido llegar' }).waitFor()
  expect(await log.filter({ hasText: 'Leída' }).innerText()).toContain('200')
  expect(await seriousProblems(page)).toEqual([])

  await page.getByLabel('Cada cuánto se mira').selectOption('180')
  await source.getByText(/Se mira cada 3 horas, como tú has pedido/i).waitFor()
  await page.getByRole('button', { name: 'Deshacer' }).last().click()
  await source.getByText(/según lo que publica/).waitFor()
})

test('a place without a feed offers other ways, and what is written by hand is kept and answered like the rest', async () => {
  const { page } = await launchApp()
  await createBrand(page, 'Café Aurora')
  await address(page).fill('https://www.trustpilot.com/review/cafeaurora.example')
  await page.keyboard.press('Enter')
  await page.getByText('Trustpilot no ofrece ninguna fuente.').waitFor()
  await page.getByRole('button', { name: 'Abrir Google Alerts' }).waitFor()
  expect(await seriousProblems(page)).toEqual([])

  await press(page, 'Escribirla a mano')
  expect(await page.getByLabel(/^Dónde/).inputValue()).toContain('trustpilot.com')
  await page.getByLabel('Qué dice').fill('Nadie me avisó de que cerrabais los lunes.')
  expect(await seriousProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await page.keyboard.press('n')
  await page.getByLabel('Quién').fill('@nora')
  await page.getByLabel('Nota').selectOption('2')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('document').getByText('Nadie me avisó de que cerrabais los lunes.').waitFor()
  await page.getByLabel(/^Tu respuesta como Café Aurora/).waitFor()
})

const outline = (name: string) => `<outline type="rss" text="${name}" xmlUrl="https://${name}.example/rss"/>`
const OPML = `<opml version="2.0"><head><title>Mi lector</title></head><body>${outline('suelta')}
<outline text="Prensa">${outline('diario')}${outline('radio')}</outline></body></opml>`

test('a list of sources comes in with its folders as tags, and leaves again without what is secret', async () => {
  const { page, folder, willSaveTo } = await launchApp()
  await createBrand(page, 'Café Aurora')
  await (await holdOver(page, [writeIn(folder, 'lector.opml', OPML)])).letGo()
  await page.getByRole('radio', { name: /^Cada carpeta es una etiqueta/ }).check()
  await page.getByText('será una etiqueta').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await press(page, 'Añadir 3 fuentes')
  await page.getByText('3 fuentes añadidas.').waitFor()
  await press(page, 'Ver las fuentes')
  await page.getByRole('listitem').filter({ hasText: 'diario' }).getByText('#Prensa').waitFor()

  await press(page, 'Más maneras de traer o sacar')
  await page.getByRole('menuitem', { name: /^Exportar la lista/ }).click()
  await page.getByText('Salen 3 fuentes.').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  const list = join(folder, 'fuentes.opml')
  await willSaveTo(list)
  await press(page, 'Guardar la lista…')
  await page.getByText(`Guardado en ${list}`).waitFor()
  expect(readFileSync(list, 'utf8')).toContain('https://diario.example/rss')
})

const COLD = {
  title: 'Tostadas frías otra vez',
  text: 'Las tostadas llegaron frías y nadie pidió perdón, y eso que era la tercera vez que veníamos este mes con los niños y sin prisa.',
  author: 'nora_82',
  date: new Date(Date.now() - 3_600_000).toISOString(),
}

test('several feeds are added at once, and what both bring is shown once until it is taken apart', async () => {
  const server = await startFeedServer()
  onTestFinished(server.close)
  server.route('/', { body: pageWithFeeds([{ href: '/foro.xml' }, { href: '/espejo.xml' }]) })
  const says = (id: string) => [{ ...COLD, id, url: `https://${id}.example/7` }]
  server.route('/foro.xml', { body: rssFeed(says('foro'), 'Foro de la plaza') })
  server.route('/espejo.xml', { body: rssFeed(says('espejo'), 'El espejo del foro') })
  const { page } = await launchApp()
  await createBrand(page, 'Café Aurora')
  await address(page).fill(server.origin)
  await page.keyboard.press('Enter')
  await press(page, 'Elegirlas todas')
  await page.getByRole('radio', { name: 'Todo lo que llegue' }).check()
  await press(page, 'Añadir 2 fuentes')
  await page.getByText('2 fuentes añadidas.').waitFor()

  const row = page.getByRole('listbox').getByRole('option').filter({ hasText: COLD.title })
  const look = async (view: RegExp) => {
    await page.getByRole('navigation').getByRole('button', { name: view }).click()
    await row.first().click()
    await page.getByText('También visto en').waitFor()
  }
  await look(/^Bandeja/)
  // Drawn before the second came, the list would offer it as new once it is taken apart.
  await look(/^Todo/)
  expect(await row.count()).toBe(1)
  expect(await seriousProblems(page)).toEqual([])
  await press(page, /^Separar de lo visto en/)
  await expect.poll(() => row.count()).toBe(2)
  await page.getByRole('button', { name: 'Deshacer' }).last().click()
  await expect.poll(() => row.count()).toBe(1)
})

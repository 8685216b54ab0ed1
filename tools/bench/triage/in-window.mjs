// @ts-check
import { readFileSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron } from 'playwright'
import { switchesForUser } from '../../electron.mjs'
import { checkout } from '../../setup/places.mjs'

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').ElectronApplication} App */

/**
 * Times in ms, each from what the user did until it was on the screen.
 * @typedef {object} Seen
 * @property {number[]} views a click on a view
 * @property {number[]} first a press at the newest end of the axis of time
 * @property {number[]} deep a press where half of everything was said before
 * @property {number[]} typed a letter of a word, from the 4th on
 * @property {{ wall: number, cpu: number }[]} scrolling the longest task of the window's thread, each time
 */

/**
 * Uses the real window on a folder, as somebody would, and times it.
 * @param {{ folder: string, env: NodeJS.ProcessEnv }} where
 * @returns {Promise<Seen>}
 */
export async function inWindow({ folder, env }) {
  Object.assign(process.env, env)
  const app = await _electron.launch({ args: [checkout, '--data', folder, ...switchesForUser()] })
  try {
    const page = await app.firstWindow()
    await page.waitForSelector('[role="option"]')
    await pause(SETTLE_MS)
    const views = await openViews(page)
    await openView(page, EVERYTHING)
    await pause(SETTLE_MS)
    const { first, deep } = await pressAxis(page)
    const scrolling = []
    // The newest end last: the axis was left there, and a press that moves nothing shows nothing.
    for (const place of [0.5, 0.9, NEWEST]) {
      await pressAt(page, place)
      await pause(SETTLE_MS)
      scrolling.push(await longestTasks(app, () => scroll(page)))
    }
    return { views, first, deep, scrolling, typed: await typeWords(page) }
  } finally {
    await app.close()
  }
}

const SETTLE_MS = 2500
/** Between two clicks or keys of somebody quick. */
const BETWEEN_MS = 200
/** The ready-made views in their order; the last two of the list are other places. */
const VIEWS = 12
const EVERYTHING = VIEWS - 1
/** Where on the axis of time its newest day is pressed, as a share of it. */
const NEWEST = 0.0005

/** Every view in turn, by its button; the first round warms, and does not count. @param {Page} page */
async function openViews(page) {
  const taken = []
  for (let round = 0; round < 6; round += 1) {
    for (let index = 0; index < VIEWS; index += 1) {
      const ms = await openView(page, (index * 5) % VIEWS)
      if (round > 0) taken.push(ms)
      await pause(BETWEEN_MS)
    }
  }
  return taken
}

/** @param {Page} page @param {number} index */
async function openView(page, index) {
  const button = page.locator('nav ul').nth(1).locator('button').nth(index)
  const label = await button.locator('span').first().textContent()
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  if (!box) throw new Error('A view is not to be seen.')
  await pause(50)
  const isShown = `document.querySelector('section[aria-label="${label}"]') !== null && ${LIST_IS_HERE}`
  return timeShown(page, 'click', isShown, () => page.mouse.click(box.x + 30, box.y + box.height / 2))
}

/** By turns to the newest and to the middle. @param {Page} page */
async function pressAxis(page) {
  const middle = await page.evaluate(MIDDLE)
  /** @type {{ first: number[], deep: number[] }} */
  const taken = { first: [], deep: [] }
  for (let count = 0; count < 22; count += 1) {
    const [deep, first] = [await pressAt(page, middle), await pressAt(page, NEWEST)]
    if (count < 2) continue
    taken.deep.push(deep)
    taken.first.push(first)
  }
  return taken
}

/** In the page: where on the axis the mention stands before which half were said. Half of it is shared out by days. */
const MIDDLE = `(async () => {
  const ask = async (method, input) => JSON.parse(await window.engine.call(method, input, crypto.randomUUID())).output
  const { layout } = await ask('settings.get', {})
  const { days, count } = await ask('mentions.days', { brandId: 'b' + layout.scope })
  const most = Math.round((Date.parse(days.at(-1).day) - Date.parse(days[0].day)) / 86400000) + 1
  let said = 0
  const half = days.toReversed().find((day) => (said += day.count) * 2 >= count)
  return 0.5 * ((Date.parse(days.at(-1).day) - Date.parse(half.day)) / 86400000 + 0.5) / most + 0.5 * (said - half.count / 2) / count
})()`

/** Presses the axis of time at a share of its height; the first row is then another. @param {Page} page @param {number} share */
async function pressAt(page, share) {
  const box = await page.locator('[data-focus="axis"]').boundingBox()
  if (!box) throw new Error('There is no axis of time.')
  await page.evaluate(`window.before = ${FIRST_ROW}`)
  const y = box.y + Math.max(1, box.height * share)
  const taken = await timeShown(
    page,
    'pointerdown',
    `${FIRST_ROW} !== window.before && ${LIST_IS_HERE}`,
    () => page.mouse.click(box.x + box.width / 2, y),
  )
  await pause(BETWEEN_MS)
  return taken
}

/** In the page: when the uppermost row that is seen was said. The list goes on above it by itself. */
const FIRST_ROW = `(() => {
  const list = document.querySelector('[data-pane="list"]')
  const isSeen = (row) => row.getBoundingClientRect().bottom > list.getBoundingClientRect().top + 1
  return [...list.querySelectorAll('[role="option"]')].find(isSeen)?.querySelector('time')?.dateTime
})()`

/** A wheel that is turned for a few seconds, far enough that pages come in at the end. @param {Page} page */
async function scroll(page) {
  const list = await page.locator('[data-pane="list"]').boundingBox()
  if (!list) throw new Error('There is no list.')
  await page.mouse.move(list.x + list.width / 2, list.y + list.height / 2)
  for (let turn = 0; turn < 180; turn += 1) {
    await page.mouse.wheel(0, turn < 140 ? 300 : -300)
    await pause(16)
  }
}

/** From words that a third of all texts have to one that nobody wrote. */
const WORDS = ['servicio', 'entrega', 'excelente', 'cliente', 'delivery', 'problema', 'xuzazaba']

/** Letter by letter into the search box. @param {Page} page */
async function typeWords(page) {
  const taken = []
  for (const word of WORDS) {
    await page.keyboard.press('/')
    await pause(BETWEEN_MS)
    for (let letters = 1; letters <= word.length; letters += 1) {
      const isTyped = `document.querySelector('[data-focus="search"]').value === '${word.slice(0, letters)}'`
      const key = word[letters - 1] ?? ''
      const ms = await timeShown(page, 'keydown', `${isTyped} && ${LIST_IS_HERE}`, () =>
        page.keyboard.press(key),
      )
      if (letters >= 4) taken.push(ms)
      await pause(BETWEEN_MS)
    }
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await pause(SETTLE_MS)
    await page.keyboard.press('Escape')
    await pause(BETWEEN_MS)
  }
  return taken
}

/** In the page: from the event that the user makes, by its own clock, to the frame that has shown what follows from it. */
const FOLLOW = `(type, isShown) => new Promise((resolve, reject) => {
  const frame = (event, frames) => requestAnimationFrame(() => {
    if (frames > 900) reject(new Error('Nothing was shown after a ' + type))
    else if (isShown()) setTimeout(() => resolve(performance.now() - event.timeStamp))
    else frame(event, frames + 1)
  })
  window.addEventListener(type, (event) => frame(event, 0), { capture: true, once: true })
})`

/**
 * How long from what the user does until it is on the screen, in ms.
 * @param {Page} page
 * @param {'click' | 'pointerdown' | 'keydown'} type what begins it
 * @param {string} isShown an expression in the page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<number>}
 */
async function timeShown(page, type, isShown, act) {
  await page.evaluate(`window.following = (${FOLLOW})('${type}', () => ${isShown}); 0`)
  await act()
  return page.evaluate('window.following')
}

/** The list answers what was asked last, and has rows or says that there are none. */
const LIST_IS_HERE = `!document.querySelector('[data-pane="list"][aria-busy="true"]') &&
  document.querySelector('[role="option"], [data-pane="list"]:not([role="listbox"])') !== null`

/**
 * The longest tasks of the window's main thread while something goes on, in ms: by the clock, and of the processor's time.
 * @param {App} app
 * @param {() => Promise<void>} work
 * @returns {Promise<{ wall: number, cpu: number, tasks: number }>}
 */
async function longestTasks(app, work) {
  await app.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel'], excluded_categories: ['*'] }),
  )
  await work()
  const path = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  try {
    return longestIn(JSON.parse(readFileSync(path, 'utf8')).traceEvents)
  } finally {
    rmSync(path, { force: true })
  }
}

/** @param {readonly any[]} events as Chromium traces them, times in µs */
function longestIn(events) {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = events.filter(
    ({ ph, name, pid, tid }) =>
      ph === 'X' && name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid} ${tid}`),
  )
  return {
    wall: Math.max(0, ...tasks.map(({ dur }) => dur / 1000)),
    cpu: Math.max(0, ...tasks.map(({ tdur }) => (tdur ?? 0) / 1000)),
    tasks: tasks.length,
  }
}

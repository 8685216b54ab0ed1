// @ts-check
import { readFileSync, rmSync } from 'node:fs'

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').ElectronApplication} App */

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
export async function timeShown(page, type, isShown, act) {
  const taken = page.evaluate(`window.following = (${FOLLOW})('${type}', () => ${isShown}); 0`)
  await taken
  await act()
  return page.evaluate('window.following')
}

/** The list answers what was asked last, and has rows or says that there are none. */
export const LIST_IS_HERE = `!document.querySelector('[data-pane="list"][aria-busy="true"]') &&
  document.querySelector('[role="option"], [data-pane="list"]:not([role="listbox"])') !== null`

/**
 * The longest tasks of the window's main thread while something goes on, in ms: by the clock, and of the processor's time.
 * @param {App} app
 * @param {() => Promise<void>} work
 * @returns {Promise<{ wall: number, cpu: number, tasks: number }>}
 */
export async function longestTasks(app, work) {
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

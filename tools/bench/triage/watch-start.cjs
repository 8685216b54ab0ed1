// @ts-check
// Loaded before a program's own main file (`electron -r`): follows its first window until what `WATCH_FOR` describes is
// painted, lets it settle, weighs every process, prints it all as one line and ends the program.
const { readFileSync, readdirSync } = require('node:fs')
const { app } = require('electron')

/** Runs in the page: the time, in ms since 1970, at which all of the selectors match and a frame has shown it. */
const SEEN = (/** @type {string} */ selectors) => `new Promise((resolve) => {
  const selectors = ${selectors}
  const isThere = () => selectors.every((selector) => document.querySelector(selector))
  const painted = () => requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
  if (isThere()) return painted()
  const observer = new MutationObserver(() => {
    if (!isThere()) return
    observer.disconnect()
    painted()
  })
  observer.observe(document, { childList: true, subtree: true, attributes: true })
})`

const begun = Number(process.env['WATCH_BEGUN'])
const settle = Number(process.env['WATCH_SETTLE'])
const after = (/** @type {number} */ at) => Math.round(at - begun)
/** @type {Record<string, number>} */
const times = { main: after(Date.now()) }
app.once('ready', () => void (times['ready'] = after(Date.now())))
app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    times['dom'] = after(Date.now())
    times['usable'] = after(await contents.executeJavaScript(SEEN(process.env['WATCH_FOR'] ?? '[]')))
    setTimeout(() => {
      process.stdout.write(`WATCHED ${JSON.stringify({ ...times, ...weigh() })}\n`)
      app.exit(0)
    }, settle)
  })
})

/** What all processes of the program hold, shared pages shared out, in MiB; nothing where the system does not say. */
function weigh() {
  const all = [process.pid, ...childrenOf(process.pid)]
  const pss = all.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024
    } catch {
      return 0
    }
  })
  return { pss: Math.round(pss.reduce((sum, each) => sum + each, 0)), each: pss.map(Math.round) }
}

/** @param {number} pid @returns {number[]} */
function childrenOf(pid) {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`)
    const direct = tasks.flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    return direct.flatMap((child) => [child, ...childrenOf(child)])
  } catch {
    return []
  }
}

// @ts-check
// What makes `electron PATH` open the program at PATH: Electron looks for it as resources/default_app.asar. The
// stand-in Electron is another program's and has none, so set-up packs this one into it.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const { modules, folder } = readCommandLine(process.argv.slice(1))
// Playwright gives a module that must run before the program does.
for (const module of modules) createRequire(import.meta.url)(resolve(module))

const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(description.productName ?? description.name)
app.setVersion(description.version)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, description.main)).href)

/** @param {readonly string[]} args */
function readCommandLine(args) {
  const modules = []
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '-r' || arg === '--require') modules.push(args[++at] ?? '')
    else if (!arg.startsWith('-')) return { modules, folder: resolve(arg) }
  }
  throw new Error('This Electron opens a program: electron PATH')
}

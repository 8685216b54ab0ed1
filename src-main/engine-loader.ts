import { join } from 'node:path'
import { afterStart, loaderOf } from './compiled.ts'

/** What the engine's process begins with. Arguments: the folder for what is compiled, then those of `engine-process.ts`. */
const [folder] = process.argv.splice(2, 1)
if (folder === undefined) throw new Error('engine-loader needs the folder for what it compiles.')
loaderOf(folder, afterStart)(join(import.meta.dirname, 'engine-process.cjs'))

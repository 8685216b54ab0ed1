import { accounts } from './accounts.ts'
import { acts } from './acts.ts'
import { brands } from './brands.ts'
import { facts } from './facts.ts'
import { gather } from './gather.ts'
import { imports } from './imports.ts'
import { look } from './look.ts'
import { listening } from './listening.ts'
import { mentions } from './mentions.ts'
import { people } from './people.ts'
import { promises } from './promises.ts'
import { questions } from './questions.ts'
import { replies } from './replies.ts'
import { reports } from './reports.ts'
import { rules } from './rules.ts'
import { settings } from './settings.ts'
import { sourceHealth } from './source-health.ts'
import { adding, sources } from './sources.ts'
import { spelling } from './spelling.ts'
import { store } from './store.ts'
import { tags } from './tags.ts'
import { understand } from './understand.ts'
import { views } from './views.ts'

/** Everything that may be asked of the engine; one line a subject. */
export const contract = {
  ...brands,
  ...sources,
  ...sourceHealth,
  ...adding,
  ...gather,
  ...imports,
  ...mentions,
  ...questions,
  ...views,
  ...acts,
  ...tags,
  ...rules,
  ...people,
  ...listening,
  ...facts,
  ...replies,
  ...look,
  ...accounts,
  ...promises,
  ...spelling,
  ...reports,
  ...settings,
  ...store,
  ...understand,
}
export type Contract = typeof contract
export type MethodName = keyof Contract

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name)
}

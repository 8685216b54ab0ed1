import type { Family } from './family.ts'
import { h1 } from './h1.ts'
import { h2 } from './h2.ts'
import { h4 } from './h4.ts'
import { polite } from './polite.ts'
import { x5 } from './x5.ts'
import { x6 } from './x6.ts'

/** What `npm run test:trust` runs, in order: one file a family. */
export const families: readonly Family[] = [h1, h2, h4, polite, x5, x6]

/** What is quick enough for `npm test`; P1 has its sample among the integration tests. */
export const sampled: readonly Family[] = [h1, h4, x5, x6]

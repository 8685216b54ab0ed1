import { bodyCases } from './bodies.ts'
import type { Case } from './case.ts'
import { changingCases } from './changing.ts'
import { charsetCases } from './charsets.ts'
import { compressionCases } from './compression.ts'
import { dateCases } from './dates.ts'
import { entityCases } from './entities.ts'
import { headerCases } from './headers.ts'
import { idCases } from './ids.ts'
import { lengthCases } from './lengths.ts'
import { linkCases } from './links.ts'
import { redirectCases } from './redirects.ts'
import { sizeCases } from './sizes.ts'
import { statusCases } from './status.ts'
import { timeCases } from './time.ts'
import { tlsCases } from './tls.ts'

/** Everything a source can do to us that somebody thought of, one file a family. */
export const families = {
  redirects: redirectCases,
  compression: compressionCases,
  charsets: charsetCases,
  sizes: sizeCases,
  lengths: lengthCases,
  time: timeCases,
  status: statusCases,
  tls: tlsCases,
  entities: entityCases,
  ids: idCases,
  dates: dateCases,
  links: linkCases,
  headers: headerCases,
  bodies: bodyCases,
  changing: changingCases,
} as const satisfies Readonly<Record<string, readonly Case[]>>

export const allCases: readonly Case[] = Object.values(families).flat()

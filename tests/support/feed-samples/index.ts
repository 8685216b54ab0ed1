import { ATOM } from './atom.ts'
import { BROKEN } from './broken.ts'
import { NAMESPACES } from './namespaces.ts'
import { RSS_0X } from './old-rss.ts'
import { RSS_FIELDS } from './rss.ts'

export const FEED_SAMPLES = [...RSS_0X, ...NAMESPACES, ...RSS_FIELDS, ...ATOM, ...BROKEN]

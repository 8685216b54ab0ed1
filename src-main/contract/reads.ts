/**
 * The methods that only read, by name alone: the preload asks them again of a restarted engine, and must not
 * carry every schema to know which. A test keeps this equal to the contract.
 */
export const READS: ReadonlySet<string> = new Set([
  'brands.list',
  'sources.find',
  'sources.list',
  'sources.tries',
  'sources.health',
  'sources.opml',
  'gather.status',
  'import.look',
  'mentions.list',
  'mentions.count',
  'mentions.days',
  'mentions.search',
  'mentions.get',
  'mentions.images',
  'views.list',
  'views.counts',
  'acts.list',
  'tags.list',
  'people.get',
  'replies.look',
  'outbox.list',
  'promises.list',
  'reports.get',
  'settings.get',
  'store.check',
])

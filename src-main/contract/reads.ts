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
  'mentions.search',
  'mentions.get',
  'mentions.images',
  'views.list',
  'acts.list',
  'tags.list',
  'people.get',
  'replies.look',
  'look.settings',
  'outbox.list',
  'promises.list',
  'promises.find',
  'promises.due',
  'reports.get',
  'settings.get',
  'store.check',
])

import type { MethodName } from '../../src-main/contract/contract.ts'
import type { EngineEvent, Subject } from '../../src-main/contract/events.ts'

/** What each reading shows: when one of these changes, it is asked again. */
const shows: Partial<Record<MethodName, readonly Subject[]>> = {
  'brands.list': ['brands', 'mentions', 'sources', 'gather'],
  'sources.list': ['sources', 'gather', 'mentions'],
  'sources.tries': ['sources', 'gather'],
  'sources.health': ['sources', 'gather'],
  'sources.opml': ['sources', 'brands'],
  'gather.status': ['gather', 'settings', 'sources'],
  'mentions.list': ['mentions', 'tags', 'replies', 'sources'],
  'mentions.count': ['mentions', 'tags', 'replies'],
  'mentions.days': ['mentions', 'tags', 'replies'],
  'mentions.search': ['mentions', 'tags', 'replies', 'sources'],
  'mentions.get': ['mentions', 'tags', 'replies', 'promises', 'people'],
  'understand.mention': ['mentions'],
  'understand.learnt': ['mentions'],
  'views.list': ['views', 'mentions', 'replies', 'promises', 'tags'],
  'acts.list': ['mentions', 'tags', 'people', 'sources', 'brands', 'promises', 'views', 'rules'],
  'tags.list': ['tags', 'mentions'],
  'rules.list': ['rules', 'tags', 'mentions'],
  'rules.try': ['mentions'],
  'tags.suggest': ['tags', 'mentions'],
  'acts.when': [],
  'people.get': ['people', 'mentions', 'replies', 'promises'],
  'outbox.list': ['replies', 'gather'],
  'accounts.list': ['accounts', 'replies'],
  'channels.for': ['accounts'],
  'people.suggestions': ['people', 'mentions'],
  'replies.listen': ['mentions', 'people', 'replies', 'promises'],
  'facts.list': ['facts'],
  'spelling.check': ['facts', 'brands', 'people'],
  'promises.list': ['promises', 'replies'],
  'promises.due': ['promises', 'replies'],
  'replies.look': ['brands', 'people', 'promises'],
  'reports.get': ['reports'],
  'settings.get': ['settings'],
}

/** The one brand that an input is about, read from the ids in it; null when it is about all of them. */
export function brandOfInput(input: unknown): string | null {
  if (typeof input !== 'object' || input === null) return null
  for (const name of ['brandId', 'id', 'mentionId', 'replyId', 'reportId', 'sourceId']) {
    const value: unknown = Reflect.get(input, name)
    const brand = typeof value === 'string' ? /^b\d+/.exec(value)?.[0] : undefined
    if (brand !== undefined) return brand
  }
  return null
}

/** Whether an event may have changed what a reading answered. */
export function concerns(event: EngineEvent, name: MethodName, input: unknown): boolean {
  switch (event.kind) {
    case 'changed': {
      if (!shows[name]?.includes(event.subject)) return false
      const brand = brandOfInput(input)
      return brand === null || event.brandId === null || event.brandId === brand
    }
    case 'gathering':
      return name === 'gather.status'
    case 'engine':
      return event.state === 'up'
    case 'gathered':
    case 'progress':
      return false
  }
}

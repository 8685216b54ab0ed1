import { bareName, type Thing, type Value } from './thing.ts'

/** Deeper than anyone describes a thing; a trap, or a mistake. */
const MAX_DEPTH = 60

/**
 * The things of one JSON-LD document (https://www.w3.org/TR/json-ld11/), lists and graphs opened. Contexts are not
 * fetched: names count as schema.org's, with or without its address or the usual prefix.
 */
export function thingsIn(json: unknown): readonly Thing[] {
  return toValues(json, 0).filter((value) => typeof value !== 'string')
}

function toValues(json: unknown, depth: number): readonly Value[] {
  if (depth > MAX_DEPTH) return []
  if (typeof json === 'string') return [json]
  if (typeof json === 'number' || typeof json === 'boolean') return [String(json)]
  if (Array.isArray(json)) return json.flatMap((each) => toValues(each, depth + 1))
  return isObject(json) ? ofObject(json, depth) : []
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null
}

function ofObject(json: Readonly<Record<string, unknown>>, depth: number): readonly Value[] {
  if ('@value' in json) return toValues(json['@value'], depth + 1)
  const inner = ['@graph', '@list', '@set'].flatMap((name) => toValues(json[name], depth + 1))
  const properties = new Map<string, readonly Value[]>()
  for (const [name, given] of Object.entries(json)) {
    if (name.startsWith('@')) continue
    const known = properties.get(bareName(name)) ?? []
    properties.set(bareName(name), [...known, ...toValues(given, depth + 1)])
  }
  const types = strings(json['@type']).map(bareName)
  const [id = null] = strings(json['@id'])
  if (types.length === 0 && id === null && properties.size === 0) return inner
  return [{ types, id, properties }, ...inner]
}

function strings(given: unknown): readonly string[] {
  return (Array.isArray(given) ? given : [given]).filter((each) => typeof each === 'string')
}

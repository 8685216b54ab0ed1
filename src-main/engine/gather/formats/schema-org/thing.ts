/** Something schema.org describes, whether it was written as JSON-LD or as microdata. */
export interface Thing {
  /** Without the vocabulary's address: `Review`. */
  readonly types: readonly string[]
  /** `@id` or `itemid`, as given. */
  readonly id: string | null
  /** By their names without a prefix, in the document's order. */
  readonly properties: ReadonlyMap<string, readonly Value[]>
}

export type Value = string | Thing

/** `https://schema.org/Review`, `schema:Review` and `Review` are one name. */
export function bareName(name: string): string {
  return name.trim().replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/i, '')
}

export function values(thing: Thing, name: string): readonly Value[] {
  return thing.properties.get(name) ?? []
}

/** The first text of some properties that says anything. */
export function textOf(thing: Thing, ...names: readonly string[]): string | null {
  for (const name of names) {
    const said = values(thing, name).find((value) => typeof value === 'string' && value.trim() !== '')
    if (typeof said === 'string') return said.trim()
  }
  return null
}

/** The things a property leads to, or the one thing named by its text. */
export function things(thing: Thing, name: string): readonly Thing[] {
  return values(thing, name).filter((value) => typeof value !== 'string')
}

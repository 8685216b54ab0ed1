/** An entry of either writing. */
export interface Entry {
  readonly id: string | null
  readonly title: string | null
  readonly text: string | null
  readonly link: string | null
  readonly author: { readonly name: string | null; readonly url: string | null }
  readonly at: string | null
  readonly rating: string | null
  readonly version: string | null
  readonly votes: string | null
  /** The app's name: only the entry that is the app has one. */
  readonly app: string | null
}

export interface Feed {
  readonly title: string | null
  readonly next: string | null
  readonly self: string | null
  readonly alternate: string | null
  readonly entries: readonly Entry[]
}

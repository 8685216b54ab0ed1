/** An entry of either writing. */
export interface Entry {
  readonly id: string | null
  readonly title: string | null
  readonly text: string | null
  /** What was said as HTML, where it is said in no other way. */
  readonly markup: string | null
  readonly link: string | null
  readonly author: { readonly name: string | null; readonly url: string | null }
  /** When it was last changed, and when it was first said, which Apple does not tell. */
  readonly updated: string | null
  readonly published: string | null
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

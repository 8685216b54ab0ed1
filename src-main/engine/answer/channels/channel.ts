/** A way to publish a reply in the same place where the person spoke. */
export interface Channel {
  readonly name: string
  /** How long a reply may be at that place, counted in graphemes, or null where no limit is known. */
  readonly limit: (place: string | null) => number | null
  readonly send: (reply: FrozenReply) => Promise<SendResult>
}

/** What a channel may know of a reply: never the database. */
export interface FrozenReply {
  readonly uid: string
  readonly body: string
  /** Where the person spoke. */
  readonly url: string | null
}

/** What a channel says of one attempt. Expected failures are values; the outbox chooses what follows. */
export type SendResult =
  /** The user posts it: the program copies the text and opens the place, and asks whether it went out. */
  { readonly kind: 'by-hand' }

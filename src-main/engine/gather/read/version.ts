/** Raise it when what is made of the same markup changes; see `mention_markup.version`. */
export const READER_VERSION = 1

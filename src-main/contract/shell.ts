import type { Failure } from './failure.ts'

/** What the user chose or dropped: a file the engine may read once, under a name that is not its path. */
export type GrantedFile =
  | { readonly kind: 'file'; readonly grant: string }
  | { readonly kind: 'folder' }
  /** Not a file of this computer, or one that cannot be read. */
  | { readonly kind: 'none' }

/** What became of a text that the user wanted saved. */
export type SavedText =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Notice {
  readonly title: string
  readonly body: string
  /** What the window shows when it is clicked, in the window's own words. */
  readonly opens: string
}

/** What the window may ask of the shell: only what needs Electron and is no business of the engine. */
export interface ShellBridge {
  /** Opens the save dialog; answers a one-use grant to pass as a path, or null when cancelled. */
  readonly askSavePath: (suggestedName: string) => Promise<string | null>
  /** What the engine may be passed in place of the path of a file that was dropped or chosen in the page. */
  readonly grantFile: (file: File) => Promise<GrantedFile>
  /** Asks where, and writes a text there: what the window has as text already, and no method writes. */
  readonly saveText: (suggestedName: string, text: string) => Promise<SavedText>
  /** Opens an http, https or mailto address outside; answers false when it is none of these. */
  readonly openLink: (url: string) => Promise<boolean>
  readonly copyText: (text: string) => Promise<void>
  /** The system's language, BCP 47. */
  readonly systemLanguage: string
  /** What the window kept with `keepLook` when it was last open; empty where nothing was, or it cannot be read. */
  readonly lastLook: Promise<string>
  readonly keepLook: (look: string) => Promise<void>
  /** Which system this is, for the names of keys. */
  readonly platform: string
  /** A link was followed inside a mention's frame: the window shows its host and asks. */
  readonly onLink: (listener: (url: string) => void) => () => void
  /** Starts the engine again after it was stopped. */
  readonly restartEngine: () => Promise<void>
  /** A quiet notice of the system; `opens` comes back through `onNotice` when it is clicked. */
  readonly notify: (notice: Notice) => Promise<void>
  readonly onNotice: (listener: (opens: string) => void) => () => void
  /** A command chosen in the menu, by the window's own name for it. */
  readonly onCommand: (listener: (command: string) => void) => () => void
}

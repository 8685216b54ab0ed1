/** What the window may ask of the shell: only what needs Electron and is no business of the engine. */
export interface ShellBridge {
  /** Opens the save dialog; answers a one-use grant to pass as a path, or null when cancelled. */
  readonly askSavePath: (suggestedName: string) => Promise<string | null>
  /** Opens the open dialog; answers one-use grants. */
  readonly askOpenPaths: (extensions: readonly string[]) => Promise<readonly string[]>
  /** Opens an http, https or mailto address outside; answers false when it is none of these. */
  readonly openLink: (url: string) => Promise<boolean>
  readonly copyText: (text: string) => Promise<void>
  /** The system's language, BCP 47. */
  readonly systemLanguage: string
  /** Which system this is, for the names of keys. */
  readonly platform: string
  /** A link was followed inside a mention's frame: the window shows its host and asks. */
  readonly onLink: (listener: (url: string) => void) => () => void
  /** Starts the engine again after it was stopped. */
  readonly restartEngine: () => Promise<void>
  /** A command chosen in the menu, by the window's own name for it. */
  readonly onCommand: (listener: (command: string) => void) => () => void
}

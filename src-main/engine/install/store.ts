import type { Database } from 'better-sqlite3'
import { Settings } from '../../contract/settings.ts'
import { prepared } from '../store/prepared.ts'

const DEFAULTS: Settings = {
  language: 'system',
  theme: 'system',
  offline: false,
  gatherLeastMinutes: 15,
  gatherMostMinutes: 240,
  takeBackSeconds: 20,
  keys: {},
  layout: {},
}

/** Some of the preferences; what is undefined stays. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

/** The preferences of this install; what was never set is at its default. */
export function readSettings(install: Database): Settings {
  const rows = prepared<[], { name: string; value: string }>(
    install,
    'SELECT name, value FROM preference',
  ).all()
  const kept = Object.fromEntries(rows.map(({ name, value }): [string, unknown] => [name, JSON.parse(value)]))
  return Settings.parse({ ...DEFAULTS, ...kept })
}

export function writeSettings(install: Database, changes: SettingsChange): void {
  const write = prepared<[string, string]>(
    install,
    'INSERT INTO preference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  for (const [name, value] of Object.entries(changes))
    if (value !== undefined) write.run(name, JSON.stringify(value))
}

import { join } from 'node:path'
import { CallFailed } from '../../contract/failure.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { settings } from '../../contract/settings.ts'
import type { store } from '../../contract/store.ts'
import { changed, type EngineContext } from '../context.ts'
import { toInstant } from '../store/time.ts'
import { writeNow } from '../store/user-act.ts'
import { backUp, checkFiles } from './backup.ts'
import { readSettings, type SettingsChange, writeSettings } from './store.ts'

export const installMethods: HandlersFor<typeof settings & typeof store, EngineContext> = {
  'settings.get': ({ stores }) => readSettings(stores.install),

  'settings.set': (context, changes) => {
    const { install } = context.stores
    refuseCrossedLimits({ ...readSettings(install), ...changes })
    // The window writes one pane's width at a time.
    const layout = changes.layout && { ...readSettings(install).layout, ...changes.layout }
    writeNow(context.turn, install, () => writeSettings(install, { ...changes, layout }))
    if (changes.offline !== undefined) context.gatherer.setUserOffline(changes.offline)
    changed(context, null, ['settings', 'gather'])
    return readSettings(install)
  },

  'store.backup': ({ stores, host }, { path }, { progress }) => {
    const name = toInstant(host.clock.now()).replaceAll(':', '-')
    const into = path === undefined ? join(stores.folder, 'backups', name) : host.path(path)
    return { path: into, files: backUp(stores, into, host.sqliteBinding, progress) }
  },

  'store.check': ({ stores }, _nothing, { progress }) => ({ files: checkFiles(stores, progress) }),
}

function refuseCrossedLimits(wanted: SettingsChange): void {
  const { gatherLeastMinutes: least = 0, gatherMostMinutes: most = least } = wanted
  if (least <= most) return
  throw new CallFailed({
    kind: 'invalid-input',
    message: `Sources cannot be asked every ${least} minutes at the least and every ${most} at the most.`,
    hint: 'The least must not be longer than the most.',
  })
}

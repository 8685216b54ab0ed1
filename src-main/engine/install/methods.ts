import { join } from 'node:path'
import type { HandlersFor } from '../../contract/method.ts'
import type { settings } from '../../contract/settings.ts'
import type { store } from '../../contract/store.ts'
import { changed, type EngineContext } from '../context.ts'
import { toInstant } from '../store/time.ts'
import { writeNow } from '../store/user-act.ts'
import { backUp, checkFiles } from './backup.ts'
import { readSettings, writeSettings } from './store.ts'

export const installMethods: HandlersFor<typeof settings & typeof store, EngineContext> = {
  'settings.get': ({ stores }) => readSettings(stores.install),

  'settings.set': (context, changes) => {
    const { install } = context.stores
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

import type { imports } from '../../../contract/imports.ts'
import type { HandlersFor } from '../../../contract/method.ts'
import type { EngineContext } from '../../context.ts'
import { addByHand } from './by-hand.ts'
import { importFile, lookAtFile } from './import-file.ts'

export const importMethods: HandlersFor<typeof imports, EngineContext> = {
  'import.look': (context, { brandId, ...given }, scope) =>
    lookAtFile(context, context.stores.brand(brandId), given, scope),

  'import.file': (context, { brandId, ...given }, scope) =>
    importFile(context, context.stores.brand(brandId), given, scope),

  'mentions.add': async (context, given) => ({
    id: await addByHand(context, context.stores.brand(given.brandId), given),
  }),
}

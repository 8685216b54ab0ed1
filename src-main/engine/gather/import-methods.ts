import type { imports } from '../../contract/imports.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { EngineContext } from '../context.ts'
import { addByHand } from './import/by-hand.ts'
import { importLines, lookAtLines } from './import-file.ts'

export const importMethods: HandlersFor<typeof imports, EngineContext> = {
  'import.look': (context, { path }) => lookAtLines(context, path),

  'import.file': (context, { brandId, path }, scope) =>
    importLines(context, context.stores.brand(brandId), path, scope),

  'mentions.add': async (context, given) => ({
    id: await addByHand(context, context.stores.brand(given.brandId), given),
  }),
}

import { CallFailed } from '../../contract/failure.ts'
import type { ReportId } from '../../contract/ids.ts'
import type { HandlersFor } from '../../contract/method.ts'
import type { reports, TagReport } from '../../contract/reports.ts'
import { findBrandRow } from '../brand/store.ts'
import { change, type EngineContext } from '../context.ts'
import type { BrandFile } from '../store/brand-file.ts'
import { placeOf } from '../store/ids.ts'
import { exporterOf } from './exporters/index.ts'
import { makeReport } from './make-report.ts'
import { addReport, findReport } from './store.ts'
import { languageFor, wordsIn } from './words.ts'
import { writeWhole } from './write-file.ts'

export const reportMethods: HandlersFor<typeof reports, EngineContext> = {
  'reports.make': async (context, { brandId, ...wanted }, scope) => {
    const file = context.stores.brand(brandId)
    const content = await makeReport(file, wanted, context.host.clock.now(), scope)
    return change(context, file, ['reports'], () => addReport(file, content))
  },

  'reports.get': (context, { reportId }) => theReport(context, reportId).report,

  'reports.export': async (context, { reportId, format, path: given, language }) => {
    const { file, report } = theReport(context, reportId)
    const path = context.host.path(given)
    const words = wordsIn(language ?? languageFor(findBrandRow(file).languages))
    const content = exporterOf(format).write(report, words)
    await writeWhole(path, content)
    return { path, bytes: content.byteLength }
  },
}

function theReport(
  context: EngineContext,
  id: ReportId,
): { readonly file: BrandFile; readonly report: TagReport } {
  const { brand, row } = placeOf(id)
  const file = context.stores.brand(brand)
  const report = findReport(file, row)
  if (report) return { file, report }
  throw new CallFailed({
    kind: 'not-found',
    message: `There is no report ${id}.`,
    hint: 'reports.make makes one.',
  })
}

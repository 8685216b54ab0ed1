import { csv } from './csv.ts'
import type { Exporter } from './exporter.ts'
import { html } from './html.ts'

/** Every file type a report can be written as. */
export const exporters: readonly Exporter[] = [csv, html]

export function exporterOf(format: Exporter['format']): Exporter {
  const exporter = exporters.find((each) => each.format === format)
  if (!exporter) throw new Error(`There is no exporter for ${format}.`)
  return exporter
}

import { strToU8, zipSync } from 'fflate'

type Cell = string | number | Date

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet, as spreadsheet programs write it: no more than has to be in it. */
export function workbook(rows: readonly (readonly Cell[])[]): Uint8Array {
  const xml = (inside: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${inside}`)
  const sheet = rows.map((cells, row) => {
    const written = cells.map((value, at) => cellXml(value, `${String.fromCharCode(65 + at)}${row + 1}`))
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  return zipSync({
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Hoja" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${MAIN}"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    ),
  })
}

function cellXml(value: Cell, place: string): string {
  if (value instanceof Date)
    return `<c r="${place}" s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Whether a text comes out of JSON in SQLite as it went in; a few letters do not, and what holds one is asked for by itself. */
export function isExact(text: string): boolean {
  return !/[\0\ud800-\udfff]/.test(text)
}

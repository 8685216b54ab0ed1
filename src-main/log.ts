/** The only place that writes to the console. */
export function log(line: string): void {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

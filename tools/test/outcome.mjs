// @ts-check

/**
 * What came of a stage. Names are shown, so that nobody has to search the output for them.
 * @typedef {{ passed: number, failed: readonly string[], skipped: readonly string[] }} Outcome
 */

/**
 * What is used of Vitest's JSON report.
 * @typedef {{ fullName: string, status: string }} ReportedTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: readonly ReportedTest[] }} ReportedFile
 * @typedef {{ testResults: readonly ReportedFile[] }} Report
 */

/**
 * @param {string} name
 * @param {number} status
 * @returns {Outcome}
 */
export function outcomeOfCheck(name, status) {
  return status === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] }
}

/**
 * A run that ended badly has at least one failure, whatever its report says: files that could not be loaded, errors
 * outside of any test, a crash, or no test at all.
 * @param {string} stage
 * @param {Report | null} report
 * @param {number} status
 * @returns {Outcome}
 */
export function outcomeOfTests(stage, report, status) {
  if (report === null)
    return { passed: 0, failed: [`${stage}: ended without a report (exit status ${status})`], skipped: [] }
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const named = tests.filter((test) => test.status === 'failed').map((test) => test.fullName)
  const failed = [...named, ...brokenFiles(report).map((file) => file.name)]
  if (failed.length === 0 && tests.length === 0) failed.push(`${stage}: there is no test`)
  if (failed.length === 0 && status !== 0)
    failed.push(`${stage}: an error outside of the tests (exit status ${status})`)
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  }
}

/**
 * Files that failed while none of their tests did: they could not be loaded, or the process that ran them died.
 * @param {Report | null} report
 */
export function brokenFiles(report) {
  return report?.testResults.filter(isBrokenFile) ?? []
}

/**
 * The report as it is where some files were run again.
 * @param {Report} report
 * @param {Report | null} again null: the second run ended without a report, and the first one's word stands
 * @returns {Report}
 */
export function withRunAgain(report, again) {
  if (again === null) return report
  return { testResults: [...report.testResults.filter((file) => !isBrokenFile(file)), ...again.testResults] }
}

/** @param {ReportedFile} file */
function isBrokenFile(file) {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
}

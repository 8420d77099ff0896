/** Reads the test report and prints the one line a machine looks for; a skipped test counts as failed, and so does a failed check. */
import { existsSync, readFileSync, statSync } from 'node:fs'

const [file, checks] = process.argv.slice(2)
const readable = existsSync(file) && statSync(file).size > 0
const report = readable ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numTotalTests: 1, testResults: [] }
const brokenFiles = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length
const failed = report.numTotalTests - report.numPassedTests + brokenFiles + Number(checks ?? 0)
for (const one of report.testResults)
  for (const test of one.assertionResults)
    if (test.status !== 'passed') console.log(`${test.status}: ${one.name.split('/').slice(-3).join('/')} › ${test.fullName}`)
console.log(`${report.numPassedTests} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

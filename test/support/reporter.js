/** Says in one line how it went. Where nothing may be skipped (CI), a skipped test fails the run. */
export default class Reporter {
  #failed = false;

  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    const names = results.testResults.flatMap(({ testResults }) =>
      testResults.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName),
    );
    for (const name of names) process.stderr.write(`skipped: ${name}\n`);
    this.#failed = process.env.CI === 'true' && skipped > 0;
    if (this.#failed) process.stderr.write('CI may skip no test\n');
    process.stdout.write(`${results.numPassedTests} passed, ${results.numFailedTests} failed, ${skipped} skipped\n`);
  }

  getLastError() {
    return this.#failed ? new Error('CI may skip no test') : undefined;
  }
}

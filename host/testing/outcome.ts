/** How a tier went. */
export interface Outcome {
  tier: string;
  seconds: number;
  passed: number;
  failed: number;
  skipped: number;
  /** Why it was left out, or why it failed without a test that did. */
  reason?: string;
}

/** The part of Jest's `--json` report that is counted. */
export interface JestReport {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

type Counts = Pick<Outcome, 'passed' | 'failed' | 'skipped' | 'reason'>;

/** A test file that cannot be run counts as one failure; so does a run that fails without any. */
export function countJest(report: JestReport | undefined, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: 1, skipped: 0, reason: 'Jest ended without a report' };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const counts = {
    passed: report.numPassedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  if (failed === 0 && exitCode !== 0) {
    return { ...counts, failed: 1, reason: `Jest ended with code ${exitCode}` };
  }
  return { ...counts, failed };
}

/** A tier that cannot run is left out on a developer's machine and fails where nothing may be. */
export function countMissing(reason: string, mustRun: boolean): Counts {
  return { passed: 0, failed: mustRun ? 1 : 0, skipped: mustRun ? 0 : 1, reason };
}

export function sumUp(outcomes: readonly Outcome[]): { lines: string[]; failed: number } {
  const total = (key: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  const [passed, failed, skipped] = [total('passed'), total('failed'), total('skipped')];
  return {
    lines: [...outcomes.map(describe), `${passed} passed, ${failed} failed, ${skipped} skipped`],
    failed,
  };
}

function describe({ tier, seconds, passed, failed, skipped, reason }: Outcome): string {
  const verdict = failed > 0 ? 'FAILED' : passed === 0 && skipped > 0 ? 'left out' : 'ok';
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  return `${verdict.padEnd(9)}${tier.padEnd(18)}${time}  ${counts}${reason ? ` (${reason})` : ''}`;
}

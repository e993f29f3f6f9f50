import { readArguments, USAGE } from './read-arguments.ts';
import { runAndReport } from './run-and-report.ts';

// npm run load -- <scenario> [--start in-process|distributed] [--rate n] [--seconds n] …
// Loads a Plaza from outside, says how it did, and whether everything that always holds did hold.

const COULD_NOT_RUN = 3;

const words = process.argv.slice(2);
const isAskingHow = words.includes('--help');
if (isAskingHow) console.log(USAGE);
const args = isAskingHow ? undefined : attempt(() => readArguments(words), `\n\n${USAGE}`);
if (args !== undefined) {
  try {
    process.exitCode = await runAndReport(args);
  } catch (error) {
    complain(error);
  }
}

function attempt<Value>(work: () => Value, hint: string): Value | undefined {
  try {
    return work();
  } catch (error) {
    complain(error, hint);
    return undefined;
  }
}

function complain(error: unknown, hint = ''): void {
  console.error(`\n${error instanceof Error ? error.message : String(error)}${hint}`);
  process.exitCode = COULD_NOT_RUN;
}

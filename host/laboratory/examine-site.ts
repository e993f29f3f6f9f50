import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('../invariants/main.ts', import.meta.url));
const MAX_OUTPUT = 10_000_000;
const IS_BROKEN = 1;

/** Runs `npm run invariants` on these servers. */
export async function examineSite(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
): Promise<{ holds: boolean; text: string }> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [SCRIPT, ...args],
      { env: { PATH: process.env['PATH'], ...env }, maxBuffer: MAX_OUTPUT },
      (error, stdout, stderr) => {
        if (error === null) resolve({ holds: true, text: stdout });
        else if (error.code === IS_BROKEN && stdout !== '') resolve({ holds: false, text: stdout });
        else reject(new Error(`the invariants could not be looked at: ${stderr}`));
      },
    );
  });
}

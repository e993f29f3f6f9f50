import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isRunning } from './pids.mjs';
import { waitUntil } from './wait-until.ts';

const ENDS_WITHIN_MS = 5000;

/** Starts a launcher and resolves when what it launched is ready. */
async function launch() {
  const script = join(import.meta.dirname, 'testing/launcher-process.mjs');
  const launcher = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  launcher.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await waitUntil(() => output.includes('ready'), ENDS_WITHIN_MS);
  const pid = Number(/ready (\d+)/.exec(output)?.[1]);
  return { launcher, pid, lines: () => output.trim().split('\n').slice(1) };
}

async function exitCodeOf(launcher: ChildProcess): Promise<number | null> {
  const [code] = (await once(launcher, 'exit')) as [number | null];
  return code;
}

test('many signals of one Ctrl-C ask once, and the launcher waits and tells how it ended', async () => {
  const { launcher, lines } = await launch();

  for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) launcher.kill(signal);

  expect(await exitCodeOf(launcher)).toBe(7);
  expect(lines()).toEqual(['asked: SIGTERM', 'drained']);
});

test('when the launcher is killed, what it launched stops by itself', async () => {
  const { launcher, pid, lines } = await launch();

  launcher.kill('SIGKILL');

  expect(await waitUntil(() => !isRunning(pid), ENDS_WITHIN_MS)).toBe(true);
  await waitUntil(() => lines().length === 2, ENDS_WITHIN_MS);
  expect(lines()).toEqual(['asked: the launcher is gone', 'drained']);
});

test('a process that is killed outright ends the launcher with the code of the signal', async () => {
  const { launcher, pid } = await launch();

  process.kill(pid, 'SIGKILL');

  expect(await exitCodeOf(launcher)).toBe(128 + 9);
});

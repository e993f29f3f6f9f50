import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { countJest, type JestReport, type Outcome } from './outcome.ts';
import type { Tier } from './tiers.ts';

/** A tier that hangs is ended, so that the run says which one it was. */
const TIER_LIMIT_MS = 15 * 60_000;

/** Of one test that talks to servers: a crowd takes its time on a busy machine. */
const SERVER_TEST_LIMIT_MS = 60_000;

const JEST = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];

export interface TierRun {
  patterns: readonly string[];
  env: NodeJS.ProcessEnv;
  /** A folder for reports that outlives the run of one tier. */
  reportDir: string;
  /** Told which process runs, so that it can be ended with us. */
  onChild: (child: ChildProcess) => void;
}

/** Runs one tier and counts what passed; everything it prints goes to the terminal. */
export async function runTier(tier: Tier, run: TierRun): Promise<Outcome> {
  const startedAt = performance.now();
  const counts = tier.jestProject ? await runJest(tier, run) : await runCommand(tier, run);
  return { tier: tier.name, seconds: (performance.now() - startedAt) / 1000, ...counts };
}

async function runJest(tier: Tier, run: TierRun) {
  const report = join(run.reportDir, `${tier.name.replaceAll(' ', '-')}.json`);
  const exitCode = await runNode(tier, run, [
    ...JEST,
    `--selectProjects=${tier.jestProject}`,
    ...(tier.maxWorkers === undefined ? [] : [`--maxWorkers=${tier.maxWorkers}`]),
    ...(tier.needs.servers ? [`--testTimeout=${SERVER_TEST_LIMIT_MS}`] : []),
    '--json',
    `--outputFile=${report}`,
    // A pattern need not match in every tier; without one, a tier without tests is a mistake.
    ...(run.patterns.length > 0 ? ['--passWithNoTests', ...run.patterns] : []),
  ]);
  return countJest(await readReport(report), exitCode);
}

async function runCommand(tier: Tier, run: TierRun) {
  const exitCode = await runNode(tier, run, tier.command ?? []);
  const failed = exitCode === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, skipped: 0 };
}

function runNode(tier: Tier, run: TierRun, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, {
    env: { ...run.env, ...tier.env },
    // Jest prints the report once more when it has a file for it; its own output is on stderr.
    stdio: ['ignore', tier.jestProject ? 'ignore' : 'inherit', 'inherit'],
    timeout: TIER_LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  run.onChild(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function readReport(file: string): Promise<JestReport | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JestReport;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

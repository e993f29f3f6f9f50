import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from './log.ts';
import { startTemporaryServices, type TemporaryServices } from './services.ts';
import { onStopRequest } from './stop-request.ts';
import { ensureChromium } from './testing/chromium.ts';
import { countMissing, type Outcome, sumUp } from './testing/outcome.ts';
import { runTier } from './testing/run-tier.ts';
import { startTestGraph } from './testing/test-graph.ts';
import { selectTiers, type Tier } from './testing/tiers.ts';

// What `npm test` runs once packages are there: every tier, or those named, and a summary.

const log: Log = {
  info: (message) => console.error(message),
  warn: (message) => console.error(message),
};
/** Where a change is judged, nothing may be left out. */
const mustRunAll = process.env['CI'] === 'true' || process.env['PLAZA_REQUIRE_ALL'] === '1';

const env: NodeJS.ProcessEnv = { ...process.env, APOLLO_TELEMETRY_DISABLED: 'true' };
const cleanUps: (() => Promise<void>)[] = [];
const outcomes: Outcome[] = [];
let running: ChildProcess | undefined;
let wasStopped = false;

onStopRequest(() => {
  wasStopped = true;
  running?.kill('SIGTERM');
});

try {
  await runAll();
} catch (error) {
  outcomes.push(missing('set-up', error instanceof Error ? error.message : String(error), true));
} finally {
  for (const cleanUp of cleanUps.toReversed()) await cleanUp();
}
const { lines, failed } = sumUp(outcomes);
console.log(`\n${lines.join('\n')}`);
process.exitCode = failed > 0 || wasStopped ? 1 : 0;

async function runAll(): Promise<void> {
  const { tiers, patterns } = selectTiers(process.argv.slice(2));
  const reportDir = await mkdtemp(join(tmpdir(), 'plaza-reports-'));
  cleanUps.push(() => rm(reportDir, { recursive: true, force: true }));

  const unmet = await prepare(tiers);
  for (const tier of tiers) {
    if (wasStopped) return;
    const reason = tier.needs.chromium ? unmet.chromium : undefined;
    if (reason !== undefined) {
      outcomes.push(missing(tier.name, reason, mustRunAll));
      continue;
    }
    console.error(`\n— ${tier.name}`);
    if (tier.needs.plaza) await addPlaza();
    const onChild = (child: ChildProcess) => (running = child);
    outcomes.push(await runTier(tier, { patterns, env, reportDir, onChild }));
  }
}

/** Gets what the tiers need and puts its addresses into `env`; returns why something is not there. */
async function prepare(tiers: readonly Tier[]): Promise<{ chromium?: string }> {
  const needs = (what: keyof Tier['needs']) => tiers.some((tier) => tier.needs[what]);
  if (needs('servers')) await addServices(false);
  if (needs('kafka')) {
    // The suites that need a broker skip themselves without one: everything else still runs.
    const reason = await reasonIfMissing(() => addServices(true));
    if (reason !== undefined) outcomes.push(missing('Kafka', reason, mustRunAll));
  }
  if (!needs('chromium')) return {};
  const reason = await reasonIfMissing(async () => {
    env['PLAZA_CHROMIUM'] = await ensureChromium(env['PLAZA_CHROMIUM'], log);
  });
  return reason === undefined ? {} : { chromium: reason };
}

/** The product with its demo shop, for those who look at it from outside. */
async function addPlaza(): Promise<void> {
  if (env['PLAZA_URL'] !== undefined) return;
  const settings = { PLAZA_SEED: 'demo', PLAZA_BUILD_WEB: 'true' };
  const graph = await startTestGraph(settings, { ...env, PLAZA_GRAPH_MODE: 'in-process' });
  cleanUps.push(async () => graph[Symbol.asyncDispose]());
  env['PLAZA_URL'] = graph.url;
}

async function addServices(kafka: boolean): Promise<void> {
  const services: TemporaryServices = await startTemporaryServices({ kafka, given: env, log });
  cleanUps.push(services.stop);
  Object.assign(env, services.addresses);
}

async function reasonIfMissing(get: () => Promise<void>): Promise<string | undefined> {
  try {
    await get();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function missing(tier: string, reason: string, mustRun: boolean): Outcome {
  return { tier, seconds: 0, ...countMissing(reason, mustRun) };
}

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { startContestants, type Contestants } from './contestants.ts';
import { startDriver, type Driver } from './drive.ts';
import { compare, type Pace } from './measure.ts';
import {
  BENCHMARK_QUERY,
  benchmarkWorkload,
  listWorkload,
  mutationWorkload,
  persistedWorkload,
  tracedWorkload,
  variedWorkload,
  type Workload,
} from './operations.ts';
import { describeSection } from './report.ts';
import { requireSameAnswers } from './same-answers.ts';
import { loadJit } from './servers/execute-compiled.ts';
import { ask, type StartedServer } from './started-server.ts';

const USAGE = `npm run bench:gateway -- [--full] [--only <text>] [--out <file>]

Compares the gateway with others, all in one run on this machine: a minute, or with --full about eight.
--only measures what has this text in its name; --out writes the tables to a file, too.`;

interface Plan {
  main: Pace;
  rows: Pace;
  /** Many short turns: what tracing takes is less than what the machine's other work changes between two. */
  traced: Pace;
  sizes: readonly number[];
  operations: readonly number[];
}

const QUICK: Plan = {
  main: { warmUpMs: 1_500, measureMs: 3_000, rounds: 1 },
  rows: { warmUpMs: 400, measureMs: 800, rounds: 1 },
  traced: { warmUpMs: 300, measureMs: 1_500, rounds: 5 },
  sizes: [10, 1_000],
  operations: [1, 1_000],
};
const FULL: Plan = {
  main: { warmUpMs: 3_000, measureMs: 8_000, rounds: 3 },
  rows: { warmUpMs: 1_500, measureMs: 4_000, rounds: 1 },
  traced: { warmUpMs: 500, measureMs: 3_000, rounds: 11 },
  sizes: [10, 100, 1_000, 10_000],
  operations: [1, 10, 100, 1_000],
};

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

// Whoever stops the benchmark stops its servers, too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const plan = values.full ? FULL : QUICK;
const lines: string[] = [];
await run();
if (values.out !== undefined) {
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${lines.join('\n')}\n`);
}

async function run(): Promise<void> {
  print(await conditions());
  await using contestants = await startContestants();
  using driver = startDriver();
  const all = serversOf(contestants);
  const lists = plan.sizes.map(listWorkload);
  const varied = plan.operations.map(variedWorkload);
  await requireSameAnswers(all, [benchmarkWorkload, ...lists, ...varied, mutationWorkload]);

  await section(driver, all, benchmarkWorkload, plan.main);
  const { ours, traced, tracedAll } = contestants;
  await section(driver, [ours, traced, tracedAll], tracedWorkload, plan.traced);
  const rows = values.full ? all : [contestants.stock, contestants.ours, contestants.inProcess];
  for (const workload of [...lists, ...varied, mutationWorkload]) {
    await section(driver, rows, workload, plan.rows);
  }
  const persisting = [contestants.stock, contestants.ours, contestants.inProcess];
  const hash = await register(persisting);
  await section(driver, persisting, persistedWorkload(hash), plan.rows);
}

async function section(
  driver: Driver,
  servers: readonly StartedServer[],
  workload: Workload,
  pace: Pace,
): Promise<void> {
  if (!workload.name.includes(values.only)) return;
  const rows = await compare(driver, servers, workload, pace);
  print(describeSection({ title: `${workload.name}, ${workload.connections} connections`, rows }));
}

function serversOf(contestants: Contestants): StartedServer[] {
  const { stock, hive, ours, sharing, inProcess, merged } = contestants;
  return [stock, ...(hive === undefined ? [] : [hive]), ours, sharing, inProcess, merged];
}

/** Tells each server the text that the hash stands for. */
async function register(servers: readonly StartedServer[]): Promise<string> {
  const sha256Hash = createHash('sha256').update(BENCHMARK_QUERY).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  await Promise.all(
    servers.map(({ url }) => ask(url, JSON.stringify({ query: BENCHMARK_QUERY, extensions }))),
  );
  return sha256Hash;
}

async function conditions(): Promise<string> {
  const jit =
    (await loadJit()) === undefined ? 'interpreted by graphql-js' : 'compiled with graphql-jit';
  return [
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${availableParallelism()} processors`,
    `(${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB,`,
    `load before the run ${loadavg()[0]?.toFixed(1)}, the load driver beside the servers;`,
    `subgraphs over HTTP and the merged schema are ${jit}.`,
    `Each server in a process of its own; ${values.full ? 'full' : 'quick'} run.\n`,
  ].join('\n');
}

function print(text: string): void {
  console.log(text);
  lines.push(text);
}

import { parseArgs } from 'node:util';
import { createGraph } from '../foundation/graph.ts';
import { measure, percentile, timeOf } from '../foundation/measure.ts';
import { logIn } from '../foundation/shoppers.ts';
import { listKinds, type QueryKind } from './kinds.ts';
import { collectSamples } from './samples.ts';

// npm run bench:lists -- [--url http://127.0.0.1:4000] [--runs 100] [--only <part of a name>]
//
// How long lists, searches and details take in a seeded shop of any size, through the public graph alone, one at a time. A
// shop outside of development limits how often one may ask: start it with GATEWAY_LIMITS=report. Target: 95 of 100 within
// 100 ms, of each kind.

const USAGE =
  'npm run bench:lists -- [--url http://127.0.0.1:4000] [--runs 100] [--only <part of a name>]';
const TARGET_MS = 100;
/** Runs at the beginning of each kind that do not count: its plan is made and compiled. */
const WARM_UP = 2;
const ADMIN = { email: 'admin@plaza.example', password: 'plaza-demo-admin' };
const CUSTOMER = { email: 'ada@plaza.example', password: 'plaza-demo-ada' };

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    runs: { type: 'string', default: '100' },
    only: { type: 'string', default: '' },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`--runs is ${values.runs}: expected a whole number from 1\n\n${USAGE}`);
  process.exit(1);
}

const graph = createGraph(values.url);
const admin = await logIn(graph, ADMIN);
const tokens = { ADMIN: admin, CUSTOMER: await logIn(graph, CUSTOMER), NOBODY: undefined };
const samples = await collectSamples(graph, admin);

let late = 0;
console.log('| what | runs | p50 ms | p95 ms | greatest ms | |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const kind of listKinds(samples).filter(({ name }) => name.includes(values.only))) {
  const times = await timesOf(kind);
  const [p50, p95, most] = [50, 95, 100].map((percent) => percentile(times, percent));
  const isLate = (p95 ?? 0) > TARGET_MS;
  if (isLate) late++;
  const cells = [p50, p95, most].map((ms) => (ms ?? 0).toFixed(1));
  console.log(`| ${kind.name} | ${runs} | ${cells.join(' | ')} | ${isLate ? 'late' : ''} |`);
}
if (late > 0) {
  console.log(`\n${late} took more than ${TARGET_MS} ms at p95.`);
  process.exitCode = 1;
}

async function timesOf({ query, variables, asker = 'ADMIN' }: QueryKind): Promise<number[]> {
  const times = await measure(runs + WARM_UP, 1, (run) =>
    timeOf(() => graph.get(query, variables(run), tokens[asker])),
  );
  return times.slice(WARM_UP);
}

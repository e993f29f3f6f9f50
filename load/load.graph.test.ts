import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { runSql } from '../gateway/testing/people.ts';

let graph: TestGraph;
let keys: { AUTH_PRIVATE_KEY: string; AUTH_PUBLIC_KEY: string };
let reports: string;

beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  keys = {
    AUTH_PRIVATE_KEY: await exportPKCS8(privateKey),
    AUTH_PUBLIC_KEY: await exportSPKI(publicKey),
  };
  graph = await startTestGraph(keys);
  reports = await mkdtemp(join(tmpdir(), 'plaza-reports-'));
}, 90_000);
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await rm(reports, { recursive: true, force: true });
}, 60_000);

/** A command on the product of this test. */
async function run(...words: string[]): Promise<{ code: number | null; output: string }> {
  const [DATABASE_URL, DATABASE_PREFIX] = graph.databaseUrl('').split(/\/(?=[^/]*$)/);
  const child = spawn(process.execPath, words, {
    env: {
      PATH: process.env['PATH'],
      AUTH_PRIVATE_KEY: keys.AUTH_PRIVATE_KEY,
      DATABASE_URL,
      DATABASE_PREFIX,
      REDIS_URL: graph.redisUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output };
}

const load = (...words: string[]) =>
  run('load/main.ts', ...words, '--url', graph.url, '--reports', reports);

const COULD_NOT_RUN = 3;
const BROKEN = 1;

test('a short load ends with every order, a report with its picture, and the invariants', async () => {
  const { code, output } = await load('normal', '--rate', '10', '--seconds', '2', '--users', '20');

  // How fast it was on this machine is not a test: a missed target is all right, a broken invariant is not.
  expect([0, 2]).toContain(code);
  expect(output).toMatch(/^target: p95 of checkout within 200 ms/m);
  expect(output).toMatch(/^\| Order \| 20 \|$/m);
  expect(output).toContain('orders that were paid: 20; cancelled: 0');
  expect(output).toMatch(/all \d+ invariants hold/);
  const [folder = ''] = await readdir(reports);
  expect((await readdir(join(reports, folder))).toSorted()).toEqual([
    'orders.txt',
    'picture.svg',
    'report.md',
  ]);
  const ids = (await readFile(join(reports, folder, 'orders.txt'), 'utf8')).trimEnd().split('\n');
  expect(new Set(ids).size).toBe(20);
}, 120_000);

test('a broken invariant is an exit code', async () => {
  const [order] = await runSql<{ id: string }>(
    graph.databaseUrl('orders'),
    `update order_line set unit_price_cents = unit_price_cents + 1 where order_id =
     (select order_id from order_line limit 1) returning order_id as id`,
    [],
  );
  const { code, output } = await run('host/invariants/main.ts', '--settle-ms=0', '--json');

  expect(code).toBe(BROKEN);
  const examined = JSON.parse(output) as { name: string; broken: number; violations: unknown[] }[];
  expect(examined.filter(({ broken }) => broken > 0)).toMatchObject([
    { name: 'order-money', violations: [{ subject: order?.id }] },
  ]);
}, 60_000);

test('a wrong word is told with what was expected', async () => {
  const { code, output } = await load('holiday');

  expect(code).toBe(COULD_NOT_RUN);
  expect(output).toContain('expected one of normal, peak, thousand');
});

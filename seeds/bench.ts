import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { ensureDatabases } from '../host/postgres/ensure-databases.ts';
import { findPostmaster, removePostgres } from '../host/postgres/postmaster.mjs';
import { startPostgres } from '../host/postgres.ts';
import { openState } from '../host/state.ts';
import { SEED_DATABASES } from './loading/seed-step.ts';
import { createProgressBar } from './progress-bar.ts';
import { readArguments } from './read-arguments.ts';
import { seedDatabases } from './seed-databases.ts';

// npm run bench:seed -- [--scale 1] [--parts shop,games,chat] [--folder <temporary folder>/plaza-seed] [--port 57442] [--keep]
//
// How long seeding takes into a PostgreSQL of its own, with the settings and the durability of `npm start`, and what it takes of
// processor, memory and disk. The folder is new and is removed in the end, unless it is kept to start a shop on
// (PLAZA_STATE_DIR, POSTGRES_PORT). Target for scale 1: 20 minutes and 24 GiB on two processors.

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    parts: { type: 'string', default: 'shop' },
    folder: { type: 'string', default: join(tmpdir(), 'plaza-seed') },
    port: { type: 'string', default: '57442' },
    keep: { type: 'boolean', default: false },
  },
});
const { parts, ...plan } = readArguments(
  ['--scale', values.scale, '--parts', values.parts, '--until', 'now'],
  new Date(),
);
const print = (line: string) => console.log(line);

const state = await openState(values.folder);
const log = { info: print, warn: print };
const server = await startPostgres({
  dataDir: state.postgres,
  port: Number(values.port),
  durable: true,
  log,
});
const target = { databaseUrl: server.url, prefix: 'plaza_' };
const names = SEED_DATABASES.map((name) => `${target.prefix}${name}`);
try {
  await ensureDatabases(server.url, names);
  const bar = createProgressBar(process.stdout.isTTY, print);
  const startedAt = performance.now();
  await seedDatabases({ ...target, plan, parts, onProgress: (progress) => bar.show(progress) });
  bar.stop();
  await report((performance.now() - startedAt) / 1_000);
} finally {
  await server.stop();
  await state.release();
  if (!values.keep) {
    // Its files are elsewhere where its user may not enter the folder.
    await removePostgres(state.postgres);
    await rm(values.folder, { recursive: true });
  }
}

async function report(seconds: number): Promise<void> {
  const { user, system } = process.cpuUsage();
  const [loadAverage] = (await readFile('/proc/loadavg', 'utf8')).split(' ');
  const MIB_A_KIB = 1 / 1024;
  print(
    [
      `| scale | ${plan.scale}, ${parts.join(' and ')} |`,
      '| --- | --- |',
      `| time | ${seconds.toFixed(0)} s, ${(seconds / 60).toFixed(1)} min |`,
      `| processor time of node | ${((user + system) / 1e6).toFixed(0)} s |`,
      `| processor time of PostgreSQL | ${(await cpuOfServer()).toFixed(0)} s |`,
      `| memory of node at most | ${(process.resourceUsage().maxRSS * MIB_A_KIB).toFixed(0)} MiB |`,
      `| databases on disk | ${((await bytesOnDisk()) / 2 ** 30).toFixed(1)} GiB |`,
      `| load average at the end | ${loadAverage} |`,
    ].join('\n'),
  );
}

async function bytesOnDisk(): Promise<number> {
  const client = new Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  const { rows } = await client.query<{ bytes: number }>(
    'select sum(pg_database_size(datname))::float8 as bytes from pg_database',
  );
  await client.end();
  return rows[0]?.bytes ?? 0;
}

/** Seconds of the server and of all its processes, those that have ended included. */
async function cpuOfServer(): Promise<number> {
  const home = (await readFile(`${state.postgres}/home`, 'utf8')).trim();
  const postmaster = await findPostmaster(`${home}/cluster`);
  if (postmaster === undefined) return Number.NaN;
  let ticks = 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent] = fields;
    // utime and stime of each process, and of the children that the postmaster has waited for.
    if (Number(pid) === postmaster.pid) ticks += sum(fields.slice(11, 15));
    else if (parent === postmaster.pid) ticks += sum(fields.slice(11, 13));
  }
  const TICKS_A_SECOND = 100;
  return ticks / TICKS_A_SECOND;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

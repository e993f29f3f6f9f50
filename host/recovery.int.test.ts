import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { silent } from './log.ts';
import { stopPid } from './pids.mjs';
import { findFreePort } from '../platform/process/free-port.ts';
import { ensureDatabases } from './postgres/ensure-databases.ts';
import { findPostmaster } from './postgres/postmaster.mjs';
import { startPostgres } from './postgres.ts';
import { findRedis } from './redis/record.mjs';
import { startRedis } from './redis.ts';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';

const START_LIMIT_MS = 60_000;

/** Stops the server at the end of the test, also of one that fails. */
function stopping<Server extends { stop: () => Promise<void> }>(server: Server) {
  return { ...server, [Symbol.asyncDispose]: server.stop };
}

/** A process of its own starts both servers and is then killed with SIGKILL. */
async function serversOfKilledProcess(dir: string) {
  const [postgresPort, redisPort] = [await findFreePort(), await findFreePort()];
  const script = join(import.meta.dirname, 'testing/servers-process.ts');
  const args = [script, dir, String(postgresPort), String(redisPort)];
  const starter = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(starter.stdout, 'data')) as [Buffer];
  const urls = JSON.parse(line.toString()) as { postgres: string; redis: string };
  await query(urls.postgres, "create table note as select 'kept' as text");
  await withRedis(urls.redis, (redis) => redis.set('note', 'kept'));

  starter.kill('SIGKILL');
  await once(starter, 'exit');
  return {
    urls,
    postgres: { dataDir: join(dir, 'postgres'), port: postgresPort, durable: true, log: silent },
    redis: { dataDir: join(dir, 'redis'), port: redisPort, durable: true, log: silent },
  };
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text });
    return rows;
  } finally {
    await client.end();
  }
}

async function withRedis<T>(url: string, use: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  await redis.connect();
  try {
    return await use(redis);
  } finally {
    redis.disconnect();
  }
}

test(
  'servers that outlived a killed process are taken over, then stopped',
  async () => {
    await using folder = await temporaryFolder();
    const left = await serversOfKilledProcess(folder.path);

    await using postgres = stopping(await startPostgres(left.postgres));
    await using redis = stopping(await startRedis(left.redis));

    expect([postgres.adopted, redis.adopted]).toEqual([true, true]);
    expect([postgres.url, redis.url]).toEqual([left.urls.postgres, left.urls.redis]);
    expect(await query(postgres.url, 'select text from note')).toEqual([{ text: 'kept' }]);
    await Promise.all([postgres.stop(), redis.stop()]);
    expect(await findPostmaster(join(left.postgres.dataDir, 'cluster'))).toBeUndefined();
    expect(await findRedis(left.redis.dataDir)).toBeUndefined();
  },
  START_LIMIT_MS,
);

test(
  'servers that were killed too are started again, with what they had',
  async () => {
    await using folder = await temporaryFolder();
    const left = await serversOfKilledProcess(folder.path);
    const postmaster = await findPostmaster(join(left.postgres.dataDir, 'cluster'));
    const oldRedis = await findRedis(left.redis.dataDir);
    for (const pid of [postmaster?.pid, oldRedis?.pid]) {
      // One that is only about to end would be taken for a server that still runs.
      expect(await stopPid(Number(pid), 'SIGKILL', START_LIMIT_MS)).toBe(true);
    }

    await using postgres = stopping(await startPostgres(left.postgres));
    await using redis = stopping(await startRedis(left.redis));

    expect([postgres.adopted, redis.adopted]).toEqual([false, false]);
    expect(await query(postgres.url, 'select text from note')).toEqual([{ text: 'kept' }]);
    expect(await withRedis(redis.url, (client) => client.get('note'))).toBe('kept');
  },
  START_LIMIT_MS,
);

test(
  'a server left on another port moves to the one that is wanted now',
  async () => {
    await using folder = await temporaryFolder();
    const left = await serversOfKilledProcess(folder.path);

    await using postgres = stopping(
      await startPostgres({ ...left.postgres, port: await findFreePort() }),
    );
    await using redis = stopping(await startRedis({ ...left.redis, port: await findFreePort() }));

    expect([postgres.adopted, redis.adopted]).toEqual([false, false]);
    expect(await query(postgres.url, 'select text from note')).toEqual([{ text: 'kept' }]);
    expect(await withRedis(redis.url, (client) => client.get('note'))).toBe('kept');
  },
  START_LIMIT_MS,
);

test(
  'a port that another server has is named, and that server is left alone',
  async () => {
    await using folder = await temporaryFolder();
    const durable = false;
    const port = await findFreePort();
    await using other = stopping(
      await startRedis({
        dataDir: join(folder.path, 'other'),
        port,
        durable,
        log: silent,
      }),
    );
    const dataDir = join(folder.path, 'mine');

    const postgres = startPostgres({ dataDir, port, durable, log: silent });
    await expect(postgres).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    await expect(postgres).rejects.toThrow('Set POSTGRES_PORT to another port.');
    await expect(startRedis({ dataDir, port, durable, log: silent })).rejects.toThrow(
      'Set REDIS_PORT to another port.',
    );
    expect(await withRedis(other.url, (redis) => redis.ping())).toBe('PONG');
  },
  START_LIMIT_MS,
);

test(
  'the password is random, in a file of mode 0600, and asked for',
  async () => {
    await using folder = await temporaryFolder();
    const dataDir = join(folder.path, 'postgres');
    const options = { dataDir, port: await findFreePort(), durable: false, log: silent };
    await using postgres = stopping(await startPostgres(options));
    const file = join(dataDir, 'password');

    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const password = (await readFile(file, 'utf8')).trim();
    expect(password).toHaveLength(32);
    await expect(query(postgres.url.replace(password, 'guess'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect(await readFile(join(dataDir, 'server.log'), 'utf8')).not.toContain(password);
  },
  START_LIMIT_MS,
);

test(
  'databases are made once, also by two who ask at the same time',
  async () => {
    await using folder = await temporaryFolder();
    const dataDir = join(folder.path, 'postgres');
    const options = { dataDir, port: await findFreePort(), durable: false, log: silent };
    await using server = stopping(await startPostgres(options));
    const { url } = server;

    const ask = () => ensureDatabases(url, ['plaza_orders', 'plaza_"odd"']);
    await Promise.all([ask(), ask()]);
    await ask();

    const sql = "select datname from pg_database where datname like 'plaza%' order by 1";
    expect(await query(url, sql)).toEqual([
      { datname: 'plaza_"odd"' },
      { datname: 'plaza_orders' },
    ]);
  },
  START_LIMIT_MS,
);

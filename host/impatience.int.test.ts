import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findLockHolder } from './lock.mjs';
import { silent } from './log.ts';
import { findFreePort } from '../platform/process/free-port.ts';
import { findPostmaster } from './postgres/postmaster.mjs';
import { findRedis } from './redis/record.mjs';
import { startRedis } from './redis.ts';
import { openState } from './state.ts';
import { layoutOf } from './state-layout.mjs';
import { stopLeftServers } from './stop-left-servers.mjs';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';
import { waitUntil } from './wait-until.ts';

const START_LIMIT_MS = 60_000;

/** A Plaza that is nothing but its servers, and whose orderly stop never ends. */
async function launch(stateDir: string) {
  const script = join(import.meta.dirname, 'testing/servers-launcher.mjs');
  const ports = [await findFreePort(), await findFreePort()].map(String);
  const launcher = spawn(process.execPath, [script, stateDir, ...ports], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  launcher.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const says = (words: string) => waitUntil(() => output.includes(words), START_LIMIT_MS);
  expect(await says('ready')).toBe(true);
  const exit = once(launcher, 'exit') as Promise<[number | null]>;
  return { pid: Number(/ready (\d+)/.exec(output)?.[1]), says, exit };
}

async function whatRuns(stateDir: string): Promise<string[]> {
  const layout = layoutOf(stateDir);
  const running = {
    PostgreSQL: await findPostmaster(join(layout.postgres, 'cluster')),
    Redis: await findRedis(layout.redis),
    Plaza: await findLockHolder(layout.lock),
  };
  return Object.entries(running).flatMap(([name, found]) => (found === undefined ? [] : [name]));
}

test(
  'whoever is asked a second time, or killed, leaves neither servers nor a lock',
  async () => {
    await using folder = await temporaryFolder();
    const stateDir = join(folder.path, 'state');

    const asked = await launch(stateDir);
    expect(await whatRuns(stateDir)).toEqual(['PostgreSQL', 'Redis', 'Plaza']);
    process.kill(asked.pid, 'SIGTERM');
    expect(await asked.says('stopping')).toBe(true);
    process.kill(asked.pid, 'SIGTERM');
    expect(await asked.exit).toEqual([1, null]);
    expect(await whatRuns(stateDir)).toEqual([]);

    const killed = await launch(stateDir);
    process.kill(killed.pid, 'SIGKILL');
    expect(await killed.exit).toEqual([128 + 9, null]);
    expect(await whatRuns(stateDir)).toEqual([]);
  },
  2 * START_LIMIT_MS,
);

test(
  'servers of a Plaza that runs are left alone',
  async () => {
    await using folder = await temporaryFolder();
    const stateDir = join(folder.path, 'state');
    const state = await openState(stateDir);
    const port = await findFreePort();
    const redis = await startRedis({ dataDir: state.redis, port, durable: false, log: silent });

    expect(await stopLeftServers(stateDir)).toEqual([]);
    expect(await whatRuns(stateDir)).toEqual(['Redis', 'Plaza']);

    await state.release();
    expect(await stopLeftServers(stateDir)).toEqual([expect.stringMatching(/^Redis \(process /)]);
    expect(await whatRuns(stateDir)).toEqual([]);
    await redis.stop();
  },
  START_LIMIT_MS,
);

test('where nothing was ever started there is nothing to stop', async () => {
  await using folder = await temporaryFolder();

  await expect(stopLeftServers(join(folder.path, 'none'))).resolves.toEqual([]);
});

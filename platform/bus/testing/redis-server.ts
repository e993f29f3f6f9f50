import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { findFreePort } from '../../process/free-port.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

export interface RedisServer extends AsyncDisposable {
  url: string;
  /** Ends it without saving, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
}

/** A Redis of the test's own, to be flushed and killed. */
export async function startRedisServer(): Promise<RedisServer> {
  await using resources = new AsyncDisposableStack();
  const { path: dir } = resources.use(await temporaryFolder());
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  const run = () =>
    spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { cwd: dir, stdio: 'ignore' },
    );
  let server = run();

  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  }

  const answers = async () => {
    const redis = new Redis(url, { retryStrategy: (times) => (times < 200 ? 25 : null) });
    redis.on('error', () => undefined);
    await redis.ping();
    redis.disconnect();
  };

  resources.defer(() => kill());
  await answers();
  const owned = resources.move();
  return {
    url,
    kill,
    async start() {
      server = run();
      await answers();
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

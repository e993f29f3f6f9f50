import type { Server } from '../../schema/laboratory/commands.ts';
import { startKafka } from '../kafka.ts';
import { silent } from '../log.ts';
import { stopPid } from '../pids.mjs';
import { startPostgres } from '../postgres.ts';
import { findHome, findPostmaster } from '../postgres/postmaster.mjs';
import { startRedis } from '../redis.ts';
import { findRedis } from '../redis/record.mjs';
import { join } from 'node:path';

const STOP_MS = 30_000;

/** A server of the machine that can be stopped, or killed, and started again on its data. */
export interface Breakable {
  stop: (isKilled: boolean) => Promise<void>;
  start: () => Promise<void>;
}

interface Place {
  dataDir: string;
  port: number;
}

export function breakablePostgres({ dataDir, port }: Place): Breakable {
  return {
    async stop(isKilled) {
      const home = await findHome(dataDir);
      const running = home && (await findPostmaster(join(home, 'cluster')));
      if (!running) throw new Error(`PostgreSQL does not run on ${dataDir}`);
      // SIGQUIT ends every session at once and leaves the recovery to the next start, as a power cut does.
      await stopOrThrow('PostgreSQL', running.pid, isKilled ? 'SIGQUIT' : 'SIGINT');
    },
    start: async () => void (await startPostgres({ dataDir, port, durable: true, log: silent })),
  };
}

export function breakableRedis({ dataDir, port }: Place): Breakable {
  return {
    async stop(isKilled) {
      const running = await findRedis(dataDir);
      if (!running) throw new Error(`Redis does not run on ${dataDir}`);
      await stopOrThrow('Redis', running.pid, isKilled ? 'SIGKILL' : 'SIGTERM');
    },
    start: async () => void (await startRedis({ dataDir, port, durable: true, log: silent })),
  };
}

/** The broker lives with us, so only we can start it. */
export async function breakableKafka(place: Place): Promise<Breakable & { brokers: string }> {
  let running = await startKafka(place);
  return {
    brokers: running.brokers.join(','),
    // Its leash stops it in order; what it has not written is with the other outboxes.
    stop: () => running.stop(),
    start: async () => void (running = await startKafka(place)),
  };
}

async function stopOrThrow(name: string, pid: number, signal: NodeJS.Signals): Promise<void> {
  if (await stopPid(pid, signal, STOP_MS)) return;
  throw new Error(`${name} (process ${pid}) does not stop within ${STOP_MS} ms`);
}

export type Servers = Partial<Record<Server, Breakable>>;

export function serverOf(servers: Servers, name: Server): Breakable {
  const server = servers[name];
  if (server !== undefined) return server;
  const known = Object.keys(servers).join(', ');
  throw new Error(`there is no server ${name} that can be stopped here: there are ${known}`);
}

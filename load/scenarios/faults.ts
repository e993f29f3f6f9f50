import { setTimeout as delay } from 'node:timers/promises';
import type { Server } from '../../schema/laboratory/commands.ts';
import { checkout } from '../operations.ts';
import { normal } from './orders.ts';
import type { FaultTools, Scenario } from './scenario.ts';

/** As an app does: the same request, with the same key, for a minute. */
const RETRY_MS = 60_000;
const DOWN_SECONDS = 20;

const base: Scenario = {
  ...normal,
  defaults: { rate: 100, seconds: 60, users: 6_000 },
  // Who asks while something is away waits; nobody loses an order, and nobody is answered with nothing.
  target: { step: 'checkout', failureShare: 0, lag: 500, settledWithinMs: 60_000 },
  fillsCarts: true,
  connections: 256,
  retryMs: RETRY_MS,
  prepare: async (run) => ({ kinds: [[checkout(run, 'tok_visa')]] }),
};

function isDown(server: Server) {
  return async ({ laboratory, seconds, until, note }: FaultTools) => {
    await until(seconds / 4);
    note(`${server} stops`);
    await laboratory.ask({ do: 'stop-server', server, isKilled: false });
    await until(seconds / 4 + Math.min(DOWN_SECONDS, seconds / 3));
    await laboratory.ask({ do: 'start-server', server });
    note(`${server} is back`);
  };
}

export const databaseDown: Scenario = {
  ...base,
  name: 'database-down',
  says: '100 orders a second, and PostgreSQL is away for 20 s',
  breakThings: isDown('postgres'),
};

export const brokerDown: Scenario = {
  ...base,
  name: 'broker-down',
  says: '100 orders a second, and the broker (Kafka, or Redis where the bus is Redis Streams) is away for 20 s',
  breakThings: (tools) =>
    isDown(tools.laboratory.ready.servers.includes('kafka') ? 'kafka' : 'redis')(tools),
};

export const cacheFlushed: Scenario = {
  ...base,
  name: 'cache-flushed',
  says: '100 orders a second, and Redis is emptied every ten seconds',
  async breakThings({ laboratory, seconds, until, note }) {
    for (let second = seconds / 6; second < seconds; second += seconds / 6) {
      await until(second);
      await laboratory.ask({ do: 'flush-redis' });
      note('Redis is emptied');
    }
  },
};

export const killParts: Scenario = {
  ...base,
  name: 'kill-parts',
  says: '50 orders a second, and one part after the other is killed and started again',
  defaults: { rate: 50, seconds: 60, users: 3_000 },
  needsParts: true,
  async breakThings({ laboratory, isOver, until, seconds, note }) {
    const { parts } = laboratory.ready;
    await until(Math.min(3, seconds / 10));
    for (let turn = 0; !isOver(); turn++) {
      const part = parts[turn % parts.length] ?? '';
      const killedAt = performance.now();
      note(`${part} is killed`);
      await laboratory.ask({ do: 'kill-part', part });
      await laboratory.ask({ do: 'start-part', part });
      note(`${part} is back`);
      // Others go on meanwhile. Where there are none it is there for as long as it was away, or nobody would ever buy.
      if (parts.length === 1) await delay(performance.now() - killedAt);
    }
  },
};

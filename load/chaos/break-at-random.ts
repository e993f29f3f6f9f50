import { setTimeout as delay } from 'node:timers/promises';
import type { Server } from '../../schema/laboratory/commands.ts';
import type { FaultTools } from '../scenarios/scenario.ts';
import { chooseFault, type Fault } from './choose-fault.ts';

export interface ChaosOptions {
  /** Processes to kill, in all. */
  kills: number;
  random: () => number;
  /** Between two faults of one hand, at most. */
  pauseMs: number;
}

/** Hands that break things at the same time, so that parts are killed while others are away. */
const HANDS = 2;
/** A part that does not get ready, as when a store is away, is started again, as an orchestrator does. */
const STARTS = 20;
const BETWEEN_STARTS_MS = 1_000;
/** Orders are under way before the first fault. */
const LEAD_SECONDS = 3;

/** Kills every part at random moments, and stops servers in between; what was broken is mended before it ends. */
export async function breakAtRandom(
  { laboratory, until, isOver, note, end }: FaultTools,
  { kills, random, pauseMs }: ChaosOptions,
): Promise<Record<string, number>> {
  const { parts, servers } = laboratory.ready;
  const broken = new Set<string>();
  const counts: Record<string, number> = {};
  let begun = 0;
  let awayServer: Server | undefined;

  await until(LEAD_SECONDS);
  await Promise.all(Array.from({ length: HANDS }, hand));
  end();
  note(
    Object.entries(counts)
      .map(([what, times]) => `${what}: ${times}`)
      .join(', '),
  );
  return counts;

  async function hand(): Promise<void> {
    while (begun < kills && !isOver()) {
      const fault = chooseFault(random, {
        parts: parts.filter((part) => !broken.has(part)),
        servers: awayServer === undefined ? servers : [],
      });
      if (fault !== undefined) await commit(fault);
      await delay(random() * pauseMs);
    }
  }

  async function commit(fault: Fault): Promise<void> {
    switch (fault.kind) {
      case 'kill':
        begun += 1;
        count(`killed ${fault.part}`);
        note(`${fault.part} is killed (${begun} of ${kills})`);
        broken.add(fault.part);
        await laboratory.ask({ do: 'kill-part', part: fault.part });
        await startAgain(fault.part);
        broken.delete(fault.part);
        return;
      case 'flush':
        // A server that is away has nothing to empty.
        if (awayServer !== undefined) return;
        count('redis emptied');
        note('redis is emptied');
        await laboratory.ask({ do: 'flush-redis' });
        return;
      case 'server':
        awayServer = fault.server;
        count(`${fault.server} ${fault.isKilled ? 'killed' : 'stopped'}`);
        note(`${fault.server} is ${fault.isKilled ? 'killed' : 'stopped'}`);
        await laboratory.ask({
          do: 'stop-server',
          server: fault.server,
          isKilled: fault.isKilled,
        });
        await delay(fault.downMs);
        await laboratory.ask({ do: 'start-server', server: fault.server });
        note(`${fault.server} is back`);
        awayServer = undefined;
    }
  }

  async function startAgain(part: string): Promise<void> {
    for (let start = 1; ; start++) {
      try {
        await laboratory.ask({ do: 'start-part', part });
        return;
      } catch (error) {
        if (start === STARTS) throw error;
        note(`${part} did not get ready, and is started again`);
        await delay(BETWEEN_STARTS_MS);
      }
    }
  }

  function count(what: string): void {
    counts[what] = (counts[what] ?? 0) + 1;
  }
}

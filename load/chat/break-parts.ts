import { setTimeout as delay } from 'node:timers/promises';
import type { Laboratory } from '../laboratory.ts';

/** A server is away for so long; a process is started again at once, as an orchestrator does it. */
const AWAY_MS = 2_000;
/** A process that does not get ready, as when a server is away, is started again. */
const STARTS = 5;

/** Kills (SIGKILL) each process and each server in turn, so many times in all, evenly over the time. Says what it does. */
export async function breakParts(
  { ready: { parts, servers }, ask }: Laboratory,
  { kills, seconds }: { kills: number; seconds: number },
  say: (line: string) => void,
): Promise<string[]> {
  const targets = [
    ...parts.map((part) => ({ name: part, kill: () => killPart(part) })),
    ...servers.map((server) => ({ name: server, kill: () => killServer(server) })),
  ];
  if (kills > 0 && parts.length === 0) {
    throw new Error('--kills needs a Plaza of its own: --start in-process or distributed');
  }
  const startedAt = performance.now();
  const killed: string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const at = ((kill + 1) * seconds * 1_000) / (kills + 1);
    await delay(Math.max(0, startedAt + at - performance.now()));
    const target = targets[kill % targets.length];
    if (target === undefined) break;
    say(`${target.name} is killed`);
    await target.kill();
    killed.push(target.name);
  }
  return killed;

  async function killPart(part: string): Promise<void> {
    await ask({ do: 'kill-part', part });
    for (let start = 1; ; start++) {
      try {
        await ask({ do: 'start-part', part });
        return;
      } catch (error) {
        if (start === STARTS) throw error;
        // One that is there and not ready would keep the port.
        await ask({ do: 'kill-part', part });
      }
    }
  }

  async function killServer(server: (typeof servers)[number]): Promise<void> {
    await ask({ do: 'stop-server', server, isKilled: true });
    await delay(AWAY_MS);
    await ask({ do: 'start-server', server });
  }
}

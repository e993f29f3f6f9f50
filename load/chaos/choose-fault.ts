import type { Server } from '../../schema/laboratory/commands.ts';

export type Fault =
  | { kind: 'kill'; part: string }
  | { kind: 'flush' }
  | { kind: 'server'; server: Server; isKilled: boolean; downMs: number };

/** Of ten faults, this many are not a killed part but a server that is away or emptied. */
const SERVER_SHARE = 0.15;
const FLUSH_SHARE = 0.3;
const MAX_DOWN_MS = 6_000;
const MIN_DOWN_MS = 500;

/**
 * The next fault, from what is not broken already. `free` are the parts that run; a server is only chosen while
 * no other is away, so that a part always comes back in time.
 */
export function chooseFault(
  random: () => number,
  free: { parts: readonly string[]; servers: readonly Server[] },
): Fault | undefined {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
  const wantsServer = random() < SERVER_SHARE;
  if (wantsServer && free.servers.length > 0) {
    if (random() < FLUSH_SHARE) return { kind: 'flush' };
    const server = pick(free.servers);
    const isKilled = random() < 0.5;
    const downMs = MIN_DOWN_MS + random() * (MAX_DOWN_MS - MIN_DOWN_MS);
    if (server !== undefined) return { kind: 'server', server, isKilled, downMs };
  }
  const part = pick(free.parts);
  return part === undefined ? undefined : { kind: 'kill', part };
}

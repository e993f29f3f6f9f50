import { readFile } from 'node:fs/promises';
import type { Laboratory } from '../laboratory.ts';
import { isData, openRequests } from '../live/requests.ts';
import { askForSize, MODES, WINDOWS } from './bodies.ts';

/** A board of ten million members is made within it. */
const MADE_WITHIN_MS = 1_800_000;

/** Empties Redis and asks until boards are made of history; resolves with how long it took (ms). */
export async function makeAnew(
  laboratory: Laboratory,
  token: string,
  bodies: readonly string[],
): Promise<number> {
  await laboratory.ask({ do: 'flush-redis' });
  const startedAt = performance.now();
  const { url } = laboratory.ready;
  const requests = openRequests(url, { connections: 1, retryMs: MADE_WITHIN_MS });
  for (const body of bodies) {
    const dueAt = performance.now();
    requests.send({ token, body, name: 'board', dueAt, read: isMade });
    await requests.idle();
  }
  const lost = requests.lost();
  await requests.close();
  if (lost > 0) throw new Error(`${lost} boards were not made in time`);
  return performance.now() - startedAt;
}

const isMade = (body: string): boolean => isData(body) && body.includes('"totalPlayers":');

export interface Members {
  token: string;
  members: number;
  /** In how many modes. */
  modes: number;
  /** Over so many days their games are spread. */
  days: number;
}

/** Players with a game in each mode, on boards that Redis has; the ids of some of them. */
export async function makeMembers(
  laboratory: Laboratory,
  { token, members, modes, days }: Members,
): Promise<string[]> {
  const modeIds = MODES.slice(0, modes).map(({ id }) => id);
  const { idsFile } = await laboratory.ask({ do: 'make-boards', modeIds, members, days });
  const ids = (await readFile(idsFile, 'utf8')).trimEnd().split('\n');
  const bodies = modeIds.flatMap((modeId) =>
    WINDOWS.map((window) => askForSize({ modeId, window })),
  );
  await makeAnew(laboratory, token, bodies);
  return ids;
}

import type { Redis } from 'ioredis';
import type { Window } from '../domain/periods.ts';
import type { Region } from '../domain/player.ts';
import type { Board } from '../domain/boards.ts';

/** A board whose first places have changed, as it is told. */
export interface ChangedBoard {
  board: string;
  modeId: string;
  window: Window;
  period: string;
  region: Region | null;
}

/** Boards whose first places have changed since somebody looked: a set, so bounded by the boards there are. */
const CHANGED_KEY = 'games:changed-boards';

export async function markChanged(redis: Redis, boards: readonly Board[]): Promise<void> {
  if (boards.length === 0) return;
  await redis.sadd(CHANGED_KEY, ...boards.map((board) => JSON.stringify(describe(board))));
}

/** Takes up to `limit` of them; a board that changes meanwhile is marked again. */
export async function takeChanged(redis: Redis, limit: number): Promise<ChangedBoard[]> {
  const taken = await redis.spop(CHANGED_KEY, limit);
  return taken.map((text) => JSON.parse(text) as ChangedBoard);
}

function describe({ name, modeId, period, region }: Board): ChangedBoard {
  const { window, name: periodName } = period;
  return { board: name, modeId, window, period: periodName, region: region ?? null };
}

import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { LEADERBOARD_EVENTS, type LeaderboardEvent } from '#schema/events/leaderboard-events.ts';
import { archiveAgain } from '../archiving/archive-board.ts';
import {
  findAdjustment,
  finishAdjustment,
  listAdjustedGames,
  listOpenAdjustments,
} from '../data/adjustment.repository.ts';
import type { Boards } from '../data/boards/boards.ts';
import { markChanged } from '../data/changed-boards.ts';
import { listEventsDuring } from '../data/game-event.repository.ts';
import type { Tables } from '../data/tables.ts';
import type { Adjustment } from '../domain/adjustment.ts';
import { expiryOf, withRegions } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import type { KnownPlayers } from '../intake/known-players.ts';
import { publishCounted } from '../live/channels.ts';
import { boardsOfGames, type TouchedBoard } from './boards-of-games.ts';

export interface CorrectingParts {
  store: Store<Tables>;
  redis: Redis;
  live: Live;
  boards: Boards;
  players: KnownPlayers;
  modes: ReadonlyMap<string, GameMode>;
  now: () => Date;
  newId: () => string;
}

const MAX_AT_ONCE = 100;
const MAX_NAMED_PLAYERS = 100;

/** Finishes adjustments that are not on every board yet, such as those of a process that died; returns how many. */
export async function correctOpenAdjustments(parts: CorrectingParts): Promise<number> {
  const open = await listOpenAdjustments(parts.store.db, MAX_AT_ONCE);
  for (const id of open) await finishCorrection(parts, id);
  return open.length;
}

/** Brings the boards in Redis to what history says after an adjustment. Bears repetition. */
export async function correctBoards(parts: CorrectingParts, adjustmentId: string): Promise<void> {
  await correctLive(parts, await findTouched(parts, adjustmentId));
}

/** All of it: boards in Redis, archives, and the announcement, which is made once. */
async function finishCorrection(parts: CorrectingParts, adjustmentId: string): Promise<void> {
  const { store, now } = parts;
  const touched = await findTouched(parts, adjustmentId);
  await correctLive(parts, touched);
  for (const { content, regions } of touched) {
    const { endsAt } = content.board.period;
    if (endsAt === undefined || endsAt > now()) continue;
    await archiveAgain(store, content, { archivedAt: now(), regions });
  }
  const adjustment = await findAdjustment(store.db, adjustmentId);
  if (adjustment !== undefined) await announce(parts, adjustment, touched);
}

async function findTouched({ store, modes }: CorrectingParts, adjustmentId: string) {
  const games = await listAdjustedGames(store.db, adjustmentId);
  const times = games.map(({ submittedAt }) => submittedAt.getTime());
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  const last = times.reduce((most, time) => Math.max(most, time), 0);
  const events =
    games.length === 0 ? [] : await listEventsDuring(store.db, new Date(first), new Date(last));
  return boardsOfGames(games, modes, events);
}

async function correctLive(
  { redis, live, boards, modes, now }: CorrectingParts,
  touched: readonly TouchedBoard[],
): Promise<void> {
  const kept = touched.filter(({ content }) => (expiryOf(content.board) ?? Infinity) > now());
  for (const { content, playerNumbers } of kept) await boards.correct(content, playerNumbers);
  await markChanged(
    redis,
    kept.flatMap(({ content, regions }) => withRegions(content.board, regions)),
  );
  const touchedModes = new Set(kept.map(({ content }) => content.board.modeId));
  const messages = Array.from(modes.keys())
    .filter((id) => touchedModes.has(id))
    .map((id): [string, { best: null }] => [id, { best: null }]);
  await publishCounted(live, new Map(messages), []);
}

async function announce(
  { store, players, now, newId }: CorrectingParts,
  { id, kind, reason, scoreCount }: Adjustment,
  touched: readonly TouchedBoard[],
): Promise<void> {
  const numbers = new Set(touched.flatMap(({ playerNumbers }) => playerNumbers));
  const found = await players.findByNumbers(Array.from(numbers).slice(0, MAX_NAMED_PLAYERS));
  const playerIds = found.flatMap((player) => (player === undefined ? [] : [player.id]));
  const event: LeaderboardEvent = {
    type: 'leaderboard.corrected',
    data: { adjustmentId: id, kind, reason, scoreCount, playerIds },
  };
  const envelope = { id: newId(), key: id, time: now().toISOString(), ...event };
  await store.transact(async (tx) => {
    if (!(await finishAdjustment(tx, id, now()))) return;
    await appendToOutbox(tx, [{ topic: LEADERBOARD_EVENTS, envelope }]);
  });
}

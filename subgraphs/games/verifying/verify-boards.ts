import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Log } from '#platform/telemetry/log.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import type { Place } from '../data/boards/read-boards.ts';
import { isBoardKnown } from '../data/boards/rebuild-board.ts';
import type { Boards } from '../data/boards/boards.ts';
import type { StoredPlace } from '../data/boards/board-scores.ts';
import { findStoredPlaces, type BoardContent } from '../data/boards/stored-places.ts';
import type { Db } from '../data/tables.ts';
import { boardOf } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import { periodAt, WINDOWS } from '../domain/periods.ts';
import { REGIONS } from '../domain/player.ts';

export interface VerifyParts {
  db: Db;
  redis: Redis;
  boards: Boards;
  modes: readonly GameMode[];
  log: Log;
  metrics: Metrics;
  now: () => Date;
  /** Until what differs is looked at again: scores that waited for long are on their way. */
  secondLookMs: number;
  /** From 0 to 1, 1 excluded. */
  random: () => number;
}

/** Places of one board that are compared: a stretch from a random rank on, and as many from the top. */
const SAMPLE = 50;
/** Whoever plays right now is on the way from history to the boards. */
const SETTLED_MS = 30_000;

/**
 * Compares places of one random board with what history says of their players, reports those that
 * differ, and corrects them. Every run costs one page, and one look at history by index. Returns how
 * many differed.
 */
export async function verifySomeBoard(parts: VerifyParts): Promise<number> {
  const { redis, boards, log, now } = parts;
  const content = pickBoard(parts);
  const { name } = content.board;
  if (!(await isBoardKnown(redis, content.board))) return 0;
  const places = await samplePlaces(parts, content);
  const wrong = await findWrongTwice(parts, content, places);
  const { checked, drifted } = countersOf(parts.metrics);
  checked.inc(places.length);
  if (wrong.length === 0) return 0;
  drifted.inc(wrong.length);
  log.warn(
    { board: name, players: wrong.slice(0, 10), count: wrong.length, at: now() },
    'a board was not what history says: corrected',
  );
  await boards.correct(content, wrong);
  return wrong.length;
}

async function findWrongTwice(
  parts: VerifyParts,
  content: BoardContent,
  places: readonly Place[],
): Promise<number[]> {
  const suspected = await findWrong(parts, content, places);
  if (suspected.length === 0) return [];
  await wait(parts.secondLookMs);
  const again = await parts.boards.find(content, suspected);
  return findWrong(
    parts,
    content,
    again.filter((place) => place !== undefined),
  );
}

/** Players whose place is not what history says, of those who have not played just now. */
export async function findWrong(
  { db, now }: Pick<VerifyParts, 'db' | 'now'>,
  content: BoardContent,
  places: readonly Place[],
): Promise<number[]> {
  if (places.length === 0) return [];
  const numbers = places.map(({ playerNumber }) => playerNumber);
  const stored = await findStoredPlaces(db, content, numbers);
  const byNumber = new Map(stored.map((place) => [place.playerNumber, place]));
  const settled = now().getTime() - SETTLED_MS;
  return places
    .filter((place) => {
      const truth = byNumber.get(place.playerNumber);
      if (truth !== undefined && truth.newestAt.getTime() > settled) return false;
      return !isSame(place, truth);
    })
    .map(({ playerNumber }) => playerNumber);
}

const isSame = (place: Place, truth: StoredPlace | undefined): boolean =>
  truth?.points === place.points && truth.reachedAt.getTime() === place.reachedAt.getTime();

function pickBoard({ modes, now, random }: VerifyParts): BoardContent {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const mode = pick(modes);
  const board = boardOf(mode.id, periodAt(pick(WINDOWS), now()), pick([undefined, ...REGIONS]));
  return { board, modeNumber: mode.number, multiplier: 1 };
}

async function samplePlaces(
  { boards, random }: VerifyParts,
  content: BoardContent,
): Promise<Place[]> {
  const { totalPlayers, places: top } = await boards.readPage(content, 1, SAMPLE);
  if (totalPlayers <= SAMPLE) return top;
  const fromRank = SAMPLE + 1 + Math.floor(random() * (totalPlayers - SAMPLE));
  const { places } = await boards.readPage(content, fromRank, SAMPLE);
  return [...top, ...places];
}

function countersOf(metrics: Metrics) {
  return {
    checked: counter(metrics, {
      name: 'games_places_verified_total',
      help: 'Places on boards that were compared with history',
    }),
    drifted: counter(metrics, {
      name: 'games_places_drifted_total',
      help: 'Places on boards that were not what history says; each was corrected',
    }),
  };
}

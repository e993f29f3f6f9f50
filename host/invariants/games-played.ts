import { readScores } from '../../schema/events/score-events.ts';
import { findPlaces, readPage } from '../../subgraphs/games/data/boards/read-boards.ts';
import { boardOf, type Board } from '../../subgraphs/games/domain/boards.ts';
import { periodAt, previousPeriod, WINDOWS } from '../../subgraphs/games/domain/periods.ts';
import { REGIONS } from '../../subgraphs/games/domain/player.ts';
import { listKnownBoards } from '../laboratory/check-boards.ts';
import {
  MAX_VIOLATIONS,
  type Finding,
  type Invariant,
  type Places,
  type Violation,
} from './invariant.ts';

/** The newest events of accepted scores that are looked for in history; each holds some hundred at most. */
const EVENTS_LOOKED_AT = 200;
/** Of each board: the first, and places at random. */
const FIRST_PLACES = 10;
const RANDOM_PLACES = 40;
/** Of each mode: whoever has played last has to be on its board. */
const NEWEST_GAMES = 100;
/** Boards are archived five minutes after their end, by a job that looks each minute. */
const ARCHIVED_WITHIN_MS = 900_000;

const found = (looked: number, violations: readonly Violation[]): Finding => ({
  looked,
  broken: violations.length,
  violations: violations.slice(0, MAX_VIOLATIONS),
});

/** What was accepted for good is stored, as it was accepted, and once: its id is the key of history. */
const acceptedGames: Invariant = {
  name: 'games-accepted',
  says: 'an accepted score is in history as it was accepted',
  isEventual: true,
  async check({ query }): Promise<Finding> {
    const events = await query<{ envelope: unknown }>(
      'games',
      `select envelope from outbox where topic = 'score-submitted' order by id desc limit $1`,
      [EVENTS_LOOKED_AT],
    );
    const accepted = events.flatMap(({ envelope }) => readScores(envelope));
    const rows = await query<{ id: string; player: string; score: number }>(
      'games',
      `select id, player_number::text as player, score from score_submission where id = any($1::uuid[])`,
      [accepted.map(({ id }) => id)],
    );
    const stored = new Map(
      rows.map((row) => [row.id, `${row.score} points of player ${row.player}`]),
    );
    const violations = accepted.flatMap(({ id, player, score }): Violation[] => {
      const expected = `${score} points of player ${player}`;
      const is = stored.get(id) ?? 'nothing';
      return is === expected ? [] : [{ subject: id, text: `${expected} accepted, ${is} stored` }];
    });
    return found(accepted.length, violations);
  },
};

/** Boards of the last period of each window whose archive is due. */
export function listDueArchives(modeIds: readonly string[], now: Date): string[] {
  const due = new Date(now.getTime() - ARCHIVED_WITHIN_MS);
  return WINDOWS.filter((window) => window !== 'ALL_TIME').flatMap((window) => {
    const period = previousPeriod(periodAt(window, due));
    return modeIds.flatMap((modeId) =>
      [undefined, ...REGIONS].map((region) => boardOf(modeId, period, region).name),
    );
  });
}

/** Once something was archived a while ago the product archives: seeds alone do not, and a first start takes its time. */
const archivedPeriods: Invariant = {
  name: 'games-archived',
  says: 'the last period of each window that is over is archived, with every board',
  isEventual: false,
  async check({ query }, { now }): Promise<Finding> {
    const archived = await query<{ board: string; at: Date }>(
      'games',
      'select board, archived_at as at from archived_board',
      [],
    );
    const due = now.getTime() - ARCHIVED_WITHIN_MS;
    if (archived.every(({ at }) => at.getTime() > due)) return found(0, []);
    const known = new Set(archived.map(({ board }) => board));
    const modes = await query<{ id: string }>('games', 'select id from game_mode', []);
    const boards = listDueArchives(
      modes.map(({ id }) => id),
      now,
    );
    const missing = boards.filter((board) => !known.has(board));
    return found(
      boards.length,
      missing.map((subject) => ({ subject, text: 'is over and not archived' })),
    );
  },
};

/** Boards are a copy; a score is stored a moment before it counts. The verifier mends what it finds. */
const boardsOfHistory: Invariant = {
  name: 'games-boards',
  says: 'players on boards have the points that history says, and reached them when it says',
  isEventual: true,
  async check(places): Promise<Finding> {
    let looked = 0;
    const violations: Violation[] = [];
    for (const board of await listKnownBoards(places.redis)) {
      const players = await samplePlayers(places, board);
      looked += players.length;
      violations.push(...(await compareBoard(places, board, players)));
    }
    return found(looked, violations);
  },
};

async function samplePlayers({ redis, query }: Places, board: Board): Promise<number[]> {
  const { modeId, period, region } = board;
  const { totalPlayers: total } = await readPage(redis, board, 1, 0);
  const ranks = Array.from({ length: Math.min(total, FIRST_PLACES + RANDOM_PLACES) }, (_, place) =>
    place < FIRST_PLACES ? place : Math.floor(Math.random() * total),
  );
  const pages = await Promise.all(ranks.map((rank) => readPage(redis, board, rank + 1, 1)));
  const players = new Set(
    pages.flatMap(({ places }) => places.map(({ playerNumber }) => playerNumber)),
  );
  if (period.window === 'ALL_TIME' && region === undefined) {
    const newest = await query<{ player: string }>(
      'games',
      `select player_number::text as player from score_submission
       where mode_number = (select number from game_mode where id = $1) and removed_at is null
       order by id desc limit $2`,
      [modeId, NEWEST_GAMES],
    );
    for (const { player } of newest) players.add(Number(player));
  }
  return [...players];
}

async function compareBoard(
  { redis, query }: Places,
  board: Board,
  players: readonly number[],
): Promise<Violation[]> {
  // The copy first: history may be ahead of it, never behind.
  const copies = await findPlaces(redis, board, players);
  const { name, modeId, period } = board;
  const rows = await query<{ player: string; points: number; at: Date }>(
    'games',
    `select player_number::text as player, sum(score)::float8 as points, max(submitted_at) as at
     from score_submission
     where player_number = any($2::bigint[]) and removed_at is null
       and mode_number = (select number from game_mode where id = $1)
       and submitted_at >= $3 and submitted_at < $4
     group by player_number`,
    [modeId, players, period.startsAt ?? new Date(0), period.endsAt ?? LATEST],
  );
  const truth = new Map(rows.map((row) => [Number(row.player), describe(row.points, row.at)]));
  return players.flatMap((player, index): Violation[] => {
    const copy = copies[index];
    const is = copy === undefined ? 'nothing' : describe(copy.points, copy.reachedAt);
    const expected = truth.get(player) ?? 'nothing';
    if (is === expected) return [];
    return [{ subject: `${name} ${player}`, text: `Redis has ${is}, history ${expected}` }];
  });
}

/** The last time that PostgreSQL knows. */
const LATEST = new Date(8.64e15 / 1_000);

const describe = (points: number, at: Date): string => `${points} points at ${at.toISOString()}`;

/** What has to hold of games between the outbox, history, archives and boards. */
export const playedGames: readonly Invariant[] = [acceptedGames, archivedPeriods, boardsOfHistory];

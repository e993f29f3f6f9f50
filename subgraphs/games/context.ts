import DataLoader from 'dataloader';
import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import type { Archives } from './archiving/archives.ts';
import type { Boards } from './data/boards/boards.ts';
import { findDistributions } from './data/distribution.repository.ts';
import { findFollowedOf } from './data/followed-player.repository.ts';
import { findGameEvents } from './data/game-event.repository.ts';
import { findPlayerCreations, findPlayersOfUsers } from './data/player.repository.ts';
import { findSubmissions, sumSubmissions } from './data/submission.repository.ts';
import { isId } from '#platform/database/ids.ts';
import { listRewards } from './data/season.repository.ts';
import type { Db, Tables } from './data/tables.ts';
import type { GameMode } from './domain/game-mode.ts';
import type { Player } from './domain/player.ts';
import type { Intake } from './intake/intake.ts';
import type { KnownPlayers } from './intake/known-players.ts';
import type { Watches } from './live/watches.ts';
import { openBoard, type BoardQuery, type OpenBoard } from './open-board.ts';

export interface ContextOptions {
  store: Store<Tables>;
  db: Db;
  redis: Redis;
  live: Live;
  boards: Boards;
  archives: Archives;
  watches: Watches;
  intake: Intake;
  players: KnownPlayers;
  /** By id. */
  modes: ReadonlyMap<string, GameMode>;
  /** Lists of scores that are accepted and do not count yet. */
  findLag: () => Promise<number>;
  now: () => Date;
  newId: () => string;
}

export type Context = ReturnType<typeof createContext>;

/** Called once a request: a loader caches what one viewer may see. */
export function createContext(options: ContextOptions, { viewer, signal }: RequestScope) {
  const { db, players, modes } = options;
  const modesByNumber = new Map(Array.from(modes.values(), (mode) => [mode.number, mode]));
  const eventsById = new DataLoader(async (ids: readonly string[]) => {
    const found = await findGameEvents(db, ids.filter(isId));
    const byId = new Map(found.map((event) => [event.id, event]));
    return ids.map((id) => byId.get(id.toLowerCase()));
  });
  const findEvent = (id: string) => eventsById.load(id);
  const opened = new Map<string, Promise<OpenBoard>>();

  /** Fields that name the same board share it, and their players are found in one call. */
  function open(query: BoardQuery): Promise<OpenBoard> {
    const key = JSON.stringify(query);
    const known = opened.get(key);
    if (known !== undefined) return known;
    const board = openBoard({ ...options, findEvent, viewer }, query).then(shareFinds);
    opened.set(key, board);
    return board;
  }

  return {
    ...options,
    viewer,
    ...(signal && { signal }),
    modesByNumber,
    openBoard: open,
    eventsById,
    playersById: new DataLoader((ids: readonly string[]) => players.findByIds(ids)),
    playersByNumber: new DataLoader((numbers: readonly number[]) => players.findByNumbers(numbers)),
    creations: new DataLoader(async (numbers: readonly number[]) => {
      const found = await findPlayerCreations(db, numbers);
      const byNumber = new Map(found.map(({ number, createdAt }) => [number, createdAt]));
      return numbers.map((number) => byNumber.get(number));
    }),
    playersOfUsers: new DataLoader(async (userIds: readonly string[]) => {
      const found = await findPlayersOfUsers(db, userIds.filter(isId));
      const byUser = new Map(
        found.map((player): [string | null, Player] => [player.userId, player]),
      );
      return userIds.map((userId) => byUser.get(userId));
    }),
    distributions: new DataLoader((modeNumbers: readonly number[]) =>
      findDistributions(db, modeNumbers),
    ),
    followed: new DataLoader(async (followers: readonly number[]) => {
      const followedOf = await findFollowedOf(db, followers);
      return followers.map((follower) => followedOf.get(follower) ?? new Set<number>());
    }),
    statistics: new DataLoader(async (numbers: readonly number[]) => {
      const rows = await sumSubmissions(db, numbers);
      const byPlayer = Map.groupBy(rows, ({ playerNumber }) => playerNumber);
      return numbers.map((number) => byPlayer.get(number) ?? []);
    }),
    rewards: new DataLoader(async (numbers: readonly number[]) => {
      const byPlayer = Map.groupBy(
        await listRewards(db, numbers),
        ({ playerNumber }) => playerNumber,
      );
      return numbers.map((number) => byPlayer.get(number) ?? []);
    }),
    submissions: new DataLoader(async (ids: readonly string[]) => {
      const found = await findSubmissions(db, ids.filter(isId));
      const byId = new Map(found.map((submission) => [submission.id, submission]));
      return ids.map((id) => byId.get(id));
    }),
  };
}

/** Places that are asked for one by one in the same moment are found in one round trip. */
function shareFinds(board: OpenBoard): OpenBoard {
  const places = new DataLoader((numbers: readonly number[]) => board.find(numbers), {
    cache: false,
  });
  return {
    ...board,
    find: async (numbers) =>
      (await places.loadMany(numbers)).map((place) => {
        if (place instanceof Error) throw place;
        return place;
      }),
  };
}

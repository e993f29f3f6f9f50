import { AppError } from '#platform/errors.ts';
import { requireUser, type Viewer } from '#platform/identity/viewer.ts';
import type { Archives } from './archiving/archives.ts';
import {
  findArchivedBoard,
  findArchivedPlaces,
  readArchivedPage,
} from './data/archive.repository.ts';
import type { Boards } from './data/boards/boards.ts';
import type { Place } from './data/boards/read-boards.ts';
import type { BoardContent } from './data/boards/stored-places.ts';
import { listFollowed } from './data/followed-player.repository.ts';
import type { NamedGameEvent } from './data/game-event.repository.ts';
import { findPlayersOfUsers } from './data/player.repository.ts';
import type { Db } from './data/tables.ts';
import { boardOf, eventBoard, expiryOf, type Board } from './domain/boards.ts';
import type { GameMode } from './domain/game-mode.ts';
import { exampleOf, findPeriod, periodAt, type Window } from './domain/periods.ts';
import type { Region } from './domain/player.ts';

/** A board as its readers see it, wherever it is kept. */
export interface OpenBoard {
  mode: GameMode;
  board: Board;
  isClosed: boolean;
  countPlayers: () => Promise<number>;
  readPage: (fromRank: number, count: number) => Promise<Place[]>;
  find: (playerNumbers: readonly number[]) => Promise<(Place | undefined)[]>;
}

export interface BoardQuery {
  modeId: string;
  window?: Window | null;
  period?: string | null;
  region?: Region | null;
  friendsOnly?: boolean | null;
  eventId?: string | null;
}

export interface OpenBoardParts {
  db: Db;
  boards: Boards;
  archives: Archives;
  modes: ReadonlyMap<string, GameMode>;
  findEvent: (id: string) => Promise<NamedGameEvent | undefined>;
  now: () => Date;
  viewer: Viewer;
}

/** Throws BAD_USER_INPUT when no board is called so. */
export async function openBoard(parts: OpenBoardParts, query: BoardQuery): Promise<OpenBoard> {
  const { db, boards, now, viewer } = parts;
  const mode = getMode(parts.modes, query.modeId);
  const content = await describeBoard(parts, mode, query);
  const { board } = content;
  const { endsAt } = board.period;
  const isClosed = endsAt !== undefined && endsAt <= now();
  const expiry = expiryOf(board);
  const isArchived = expiry !== undefined && expiry <= now();
  if (isArchived) await parts.archives.ensure(content);
  const whole = isArchived ? openArchive(db, board) : openLive(boards, content);
  if (query.friendsOnly !== true) return { mode, board, isClosed, ...whole };

  const user = requireUser(viewer);
  const [self] = await findPlayersOfUsers(db, [user.userId]);
  const circle = self === undefined ? [] : [self.number, ...(await listFollowed(db, self.number))];
  return { mode, board, isClosed, ...openCircle(whole, circle) };
}

export function getMode(modes: ReadonlyMap<string, GameMode>, modeId: string): GameMode {
  const mode = modes.get(modeId);
  if (mode !== undefined) return mode;
  const known = Array.from(modes.keys()).join(', ');
  throw new AppError('BAD_USER_INPUT', `modeId must be one of ${known}, not "${modeId}"`);
}

async function describeBoard(
  { findEvent, now }: OpenBoardParts,
  mode: GameMode,
  { window, period: name, region, eventId }: BoardQuery,
): Promise<BoardContent> {
  const modeNumber = mode.number;
  if (eventId != null) {
    const event = await findEvent(eventId);
    if (event?.modeId !== mode.id) {
      throw new AppError('BAD_USER_INPUT', `eventId names no event of ${mode.id}`);
    }
    if (event.cancelledAt !== null && event.cancelledAt < event.startsAt) {
      throw new AppError('BAD_USER_INPUT', `${event.name} was cancelled before it started`);
    }
    return { board: eventBoard(event), modeNumber, multiplier: event.multiplier };
  }
  const over = window ?? 'ALL_TIME';
  const period = name == null ? periodAt(over, now()) : findPeriod(over, name);
  if (period === undefined) {
    throw new AppError(
      'BAD_USER_INPUT',
      `period of ${over} must look like ${exampleOf(over)}, not "${name}"`,
    );
  }
  return { board: boardOf(mode.id, period, region ?? undefined), modeNumber, multiplier: 1 };
}

type Source = Pick<OpenBoard, 'countPlayers' | 'readPage' | 'find'>;

function openLive(boards: Boards, content: BoardContent): Source {
  return {
    countPlayers: async () => (await boards.readPage(content, 1, 0)).totalPlayers,
    readPage: async (fromRank, count) => (await boards.readPage(content, fromRank, count)).places,
    find: (playerNumbers) => boards.find(content, playerNumbers),
  };
}

/** What has no archive had no games. */
function openArchive(db: Db, { name }: Board): Source {
  return {
    countPlayers: async () => (await findArchivedBoard(db, name))?.totalPlayers ?? 0,
    readPage: (fromRank, count) => readArchivedPage(db, name, fromRank, count),
    find: (playerNumbers) => findArchivedPlaces(db, name, playerNumbers),
  };
}

/** The same board with nobody on it but these: few, so that they are ranked here. */
function openCircle(whole: Source, circle: readonly number[]): Source {
  const rank = async (): Promise<Place[]> => {
    const places = (await whole.find(circle)).filter((place) => place !== undefined);
    return places
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ playerNumber, points, reachedAt }, index): Place => ({
        rank: index + 1,
        playerNumber,
        points,
        reachedAt,
      }));
  };
  return {
    countPlayers: async () => (await rank()).length,
    readPage: async (fromRank, count) => (await rank()).slice(fromRank - 1, fromRank - 1 + count),
    async find(playerNumbers) {
      const ranked = new Map((await rank()).map((place) => [place.playerNumber, place]));
      return playerNumbers.map((number) => ranked.get(number));
    },
  };
}

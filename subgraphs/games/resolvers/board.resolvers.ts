import { AppError } from '#platform/errors.ts';
import type { Context } from '../context.ts';
import { searchPlayers } from '../data/player.repository.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { KnownPlayer } from '../domain/player.ts';

const MAX_ENTRIES = 100;
const MAX_RANKS = 1_000;
const MAX_FOUND = 50;
const MIN_SEARCHED = 2;
/** Beyond it there is no player: a member of a board has five bytes for one. */
const MAX_RANK = 2 ** 31 - 1;
const PERCENT = 100;

export const boardResolvers: Resolvers = {
  Query: {
    gameModes: (_root, _args, { modes }) => Array.from(modes.values()),
    player: async (_root, { id }, { playersById }) =>
      (await playersById.load(id.toLowerCase())) ?? null,
    myPlayer: async (_root, _args, { viewer, playersOfUsers }) =>
      viewer.kind === 'user' ? ((await playersOfUsers.load(viewer.userId)) ?? null) : null,

    searchPlayers: (_root, { username, first }, { db }) => {
      const text = username.trim();
      const limit = readCount('first', first ?? 10, MAX_FOUND);
      if (text.length < MIN_SEARCHED) {
        throw new AppError('BAD_USER_INPUT', `username needs ${MIN_SEARCHED} characters or more`);
      }
      return searchPlayers(db, text, limit);
    },

    leaderboard: (_root, { input }, context) => context.openBoard(input),
    top100: (_root, { modeId, window, region }, context) =>
      context.openBoard({ modeId, window: window ?? 'ALL_TIME', region: region ?? null }),

    playerRanks: async (_root, { input, playerIds }, context) => {
      readCount('playerIds', playerIds.length, MAX_RANKS);
      const [board, players] = await Promise.all([
        context.openBoard(input),
        context.playersById.loadMany(playerIds.map((id) => id.toLowerCase())),
      ]);
      const numbers = players.map((player) =>
        player === undefined || player instanceof Error ? 0 : player.number,
      );
      const [places, totalPlayers] = await Promise.all([board.find(numbers), board.countPlayers()]);
      return places.map((place) => (place === undefined ? null : { place, totalPlayers }));
    },
  },

  Leaderboard: {
    window: ({ board }) => board.period.window,
    period: ({ board }) => board.period.name,
    startsAt: ({ board }) => board.period.startsAt ?? null,
    endsAt: ({ board }) => board.period.endsAt ?? null,
    totalPlayers: ({ countPlayers }) => countPlayers(),

    entries: async ({ readPage, countPlayers }, { first, fromRank }) => {
      const count = readCount('first', first ?? MAX_ENTRIES, MAX_ENTRIES);
      const start = readCount('fromRank', fromRank ?? 1, MAX_RANK);
      const [places, totalPlayers] = await Promise.all([readPage(start, count), countPlayers()]);
      return places.map((place) => ({ place, totalPlayers }));
    },
  },

  LeaderboardEntry: {
    rank: ({ place }) => place.rank,
    player: ({ place }, _args, context) => getPlayer(context, place.playerNumber),
    score: ({ place }) => place.points,
    reachedAt: ({ place }) => place.reachedAt,
    percentile: ({ place: { rank }, totalPlayers }) =>
      totalPlayers === 0 ? 0 : Math.max(0, (PERCENT * (totalPlayers - rank)) / totalPlayers),
  },
};

export async function getPlayer(
  { playersByNumber }: Pick<Context, 'playersByNumber'>,
  number: number,
): Promise<KnownPlayer> {
  const player = await playersByNumber.load(number);
  if (player === undefined) throw new Error(`there is no player ${number}`);
  return player;
}

export function readCount(name: string, count: number, most: number): number {
  if (count >= 1 && count <= most) return count;
  throw new AppError('BAD_USER_INPUT', `${name} must be from 1 to ${most}, not ${count}`);
}

import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { isUser } from '#platform/identity/viewer.ts';
import type { Context } from '../context.ts';
import { listFollowed } from '../data/followed-player.repository.ts';
import { listSubmissions } from '../data/submission.repository.ts';
import { levelOf } from '../domain/player.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import type { LeaderboardEntryModel, PlayerModel, PlayerStatisticsModel } from '../models.ts';
import { getMode, type OpenBoard } from '../open-board.ts';

const MAX_RADIUS = 50;
const SUBMISSION_ORDER = 'submissions';

export const playerResolvers: Resolvers = {
  User: {
    player: async ({ id }, _args, { playersOfUsers }) => (await playersOfUsers.load(id)) ?? null,
  },

  Player: {
    __resolveReference: async ({ id }, { playersById }) => (await playersById.load(id)) ?? null,
    createdAt: async ({ number, createdAt }, _args, { creations }) => {
      const found = createdAt ?? (await creations.load(number));
      if (found === undefined) throw new Error(`there is no player ${number}`);
      return found;
    },
    level: async (player, _args, context) => levelOf(await sumScores(player, context)),
    totalScore: sumPoints,
    statistics: ({ number }, _args, { statistics }) => statistics.load(number),

    rank: async ({ number }, { input }, context) => {
      const board = await context.openBoard(input);
      const [[place], totalPlayers] = await Promise.all([
        board.find([number]),
        board.countPlayers(),
      ]);
      return place === undefined ? null : { place, totalPlayers };
    },

    around: async ({ number }, { input, radius }, context) => {
      const reach = radius ?? 5;
      if (reach < 1 || reach > MAX_RADIUS) {
        throw new AppError(
          'BAD_USER_INPUT',
          `radius must be from 1 to ${MAX_RADIUS}, not ${reach}`,
        );
      }
      return readAround(await context.openBoard(input), number, reach);
    },

    submissions: async ({ number }, { modeId, ...args }, { db, modes }) => {
      const mode = modeId == null ? undefined : getMode(modes, modeId);
      const request = readPageRequest(args, SUBMISSION_ORDER);
      const [at, id] = request.after ?? [];
      const rows = await listSubmissions(db, {
        playerNumber: number,
        modeNumber: mode?.number,
        before: request.after && { submittedAt: new Date(Number(at)), id: String(id) },
        limit: request.first + 1,
      });
      return createPage(rows, request, SUBMISSION_ORDER, ({ submittedAt, id: last }) => [
        submittedAt.getTime(),
        last,
      ]);
    },

    rewards: async ({ number }, _args, { rewards }) => rewards.load(number),

    isFollowed: async ({ number }, _args, context) => {
      const self = await findSelf(context);
      return self !== undefined && (await context.followed.load(self.number)).has(number);
    },

    following: async ({ number, userId }, _args, { db, viewer, playersByNumber }) => {
      if (userId === null || !isUser(viewer, userId)) return [];
      const players = await playersByNumber.loadMany(await listFollowed(db, number));
      return players.flatMap((player) =>
        player === undefined || player instanceof Error ? [] : [player],
      );
    },
  },

  PlayerStatistics: {
    mode: ({ modeNumber }, _args, { modesByNumber }) => {
      const mode = modesByNumber.get(modeNumber);
      if (mode === undefined) throw new Error(`there is no mode ${modeNumber}`);
      return mode;
    },
    averageScore: ({ totalScore, gamesPlayed }: PlayerStatisticsModel) => totalScore / gamesPlayed,
  },
};

async function sumPoints(player: PlayerModel, _args: unknown, context: Context): Promise<number> {
  return sumScores(player, context);
}

async function sumScores({ number }: PlayerModel, { statistics }: Context): Promise<number> {
  const rows = await statistics.load(number);
  return rows.reduce((total, { totalScore }) => total + totalScore, 0);
}

/** The player of the signed-in user, if there is one. */
export async function findSelf({ viewer, playersOfUsers }: Context) {
  return viewer.kind === 'user' ? playersOfUsers.load(viewer.userId) : undefined;
}

async function readAround(
  board: OpenBoard,
  playerNumber: number,
  radius: number,
): Promise<LeaderboardEntryModel[]> {
  const [place] = await board.find([playerNumber]);
  if (place === undefined) return [];
  const fromRank = Math.max(1, place.rank - radius);
  const [places, totalPlayers] = await Promise.all([
    board.readPage(fromRank, place.rank + radius - fromRank + 1),
    board.countPlayers(),
  ]);
  return places.map((around) => ({ place: around, totalPlayers }));
}

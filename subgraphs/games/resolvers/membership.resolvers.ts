import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import type { Context } from '../context.ts';
import { deleteFollowed, insertFollowed } from '../data/followed-player.repository.ts';
import { insertPlayer } from '../data/player.repository.ts';
import { findUsernameFault, MAX_FOLLOWED, type KnownPlayer } from '../domain/player.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { findSelf } from './player.resolvers.ts';

export const membershipResolvers: Resolvers = {
  Mutation: {
    createPlayer: async (_root, { input }, { db, viewer, playersOfUsers, newId, now }) => {
      const { userId } = requireUser(viewer);
      const { username, region } = input;
      const fault = findUsernameFault(username);
      if (fault !== undefined) throw new AppError('BAD_USER_INPUT', fault);

      const created = { id: newId(), userId, username, region, createdAt: now() };
      const player = await insertPlayer(db, created);
      if (player === 'USERNAME_TAKEN') {
        const message = `Somebody plays as ${username} already: choose another name.`;
        return { __typename: 'UsernameTaken', message, username };
      }
      if (player === 'USER_HAS_PLAYER') {
        const existing = await playersOfUsers.clear(userId).load(userId);
        if (existing === undefined) throw new Error('a player that exists is not found');
        const message = `You play as ${existing.username} already.`;
        return { __typename: 'PlayerExists', message, player: existing };
      }
      playersOfUsers.clear(userId);
      return { __typename: 'Player', ...player };
    },

    followPlayer: async (_root, { playerId }, context) => {
      const [self, other] = await findBoth(context, playerId);
      const { db, now } = context;
      const isFollowed = await insertFollowed(db, self.number, other.number, MAX_FOLLOWED, now());
      context.followed.clear(self.number);
      if (isFollowed) {
        return { __typename: 'Player', ...other };
      }
      const message = `You follow ${MAX_FOLLOWED} players: follow one of them no longer first.`;
      return { __typename: 'TooManyFollowed', message, limit: MAX_FOLLOWED };
    },

    unfollowPlayer: async (_root, { playerId }, context) => {
      const [self, other] = await findBoth(context, playerId);
      const wasFollowed = await deleteFollowed(context.db, self.number, other.number);
      context.followed.clear(self.number);
      return wasFollowed;
    },
  },
};

async function findBoth(context: Context, playerId: string): Promise<[KnownPlayer, KnownPlayer]> {
  requireUser(context.viewer);
  const [self, other] = await Promise.all([
    findSelf(context),
    context.playersById.load(playerId.toLowerCase()),
  ]);
  if (self === undefined) {
    throw new AppError('CONFLICT', 'you have no player yet: createPlayer comes first');
  }
  if (other === undefined) throw new AppError('NOT_FOUND', 'there is no such player');
  if (other.number === self.number) {
    throw new AppError('BAD_USER_INPUT', 'playerId is your own player: nobody follows themselves');
  }
  return [self, other];
}

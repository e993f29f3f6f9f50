import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import type { Context } from '../context.ts';
import {
  deleteBlock,
  deleteContact,
  insertBlock,
  insertContact,
  listBlocked,
  listContacts,
} from '../data/people.repository.ts';
import { isId } from '#platform/database/ids.ts';
import type { Resolvers } from '../generated/resolvers.ts';

const MAX_CONTACTS = 1_000;

export const peopleResolvers: Resolvers = {
  Query: {
    contacts: async (_root, _args, { store, viewer }) =>
      (await listContacts(store.db, requireUser(viewer).userId)).map((id) => ({ id })),
    blockedUsers: async (_root, _args, { store, viewer }) =>
      (await listBlocked(store.db, requireUser(viewer).userId)).map((id) => ({ id })),
  },

  Mutation: {
    addContact: async (_root, { userId: asked }, context) => {
      const [userId, otherId] = await findBoth(context, asked);
      const { store, now } = context;
      const isIn = await store.transact((tx) =>
        insertContact(tx, userId, otherId, MAX_CONTACTS, now()),
      );
      if (isIn) return { id: otherId };
      throw new AppError('CONFLICT', `an address book holds at most ${MAX_CONTACTS} people`);
    },

    removeContact: (_root, { userId: asked }, { store, viewer }) => {
      const { userId } = requireUser(viewer);
      return isId(asked) ? deleteContact(store.db, userId, asked) : false;
    },

    blockUser: async (_root, { userId: asked }, context) => {
      const [userId, otherId] = await findBoth(context, asked);
      await context.store.transact((tx) => insertBlock(tx, userId, otherId, context.now()));
      return { id: otherId };
    },

    unblockUser: (_root, { userId: asked }, { store, viewer }) => {
      const { userId } = requireUser(viewer);
      return isId(asked) ? deleteBlock(store.db, userId, asked) : false;
    },
  },
};

async function findBoth({ viewer, userExists }: Context, asked: string): Promise<[string, string]> {
  const { userId } = requireUser(viewer);
  const otherId = asked.toLowerCase();
  if (otherId === userId) throw new AppError('BAD_USER_INPUT', 'userId is your own');
  if (!(await userExists(otherId))) throw new AppError('NOT_FOUND', 'there is no such user');
  return [userId, otherId];
}

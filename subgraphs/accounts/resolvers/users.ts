import { AppError } from '#platform/errors.ts';
import { createPage, readPageRequest } from '#platform/graphql/page.ts';
import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { positionOf } from '../data/newest-first.ts';
import {
  countUsers,
  findUsers,
  listUsers,
  lockAdministrators,
  updateProfile,
  updateRoles,
} from '../data/user.repository.ts';
import { isId } from '#platform/database/ids.ts';
import { isUniqueViolation } from '#platform/database/store.ts';
import { userMessage } from '../events/user-message.ts';
import type {
  MutationResolvers,
  PreferencesResolvers,
  QueryResolvers,
  UserConnectionResolvers,
  UserResolvers,
} from '../generated/resolvers.ts';
import { lookupInput, profileInput, readInput, rolesInput, searchInput } from './inputs.ts';
import { notificationsOf } from './notifications.ts';
import { maySeePrivately } from './visibility.ts';

const ORDER = 'users';
/** Who is looked for by name stands among the first, or more has to be said. */
const MAX_FOUND = 10;

export const userQueries = {
  me: (_root, _args, { viewer, users }) =>
    viewer.kind === 'user' ? users.load(viewer.userId) : null,

  user(_root, { id }, { viewer, users }) {
    requireScope(viewer, 'accounts:read');
    return users.load(id);
  },

  async findUsers(_root, args, { viewer, store, countLookup }) {
    const { userId } = requireUser(viewer);
    const text = readInput(lookupInput, args.text);
    await countLookup(userId);
    return findUsers(store.db, text, userId, MAX_FOUND);
  },

  async users(_root, args, { viewer, store }) {
    requireScope(viewer, 'accounts:read');
    const search = readInput(searchInput, args.search);
    const request = readPageRequest(args, ORDER);
    const found = await listUsers(store.db, search, request);
    return { ...createPage(found, request, ORDER, positionOf), search };
  },
} satisfies QueryResolvers;

export const userMutations = {
  async updateProfile(_root, { input }, { viewer, store, users, now, newId }) {
    const { userId } = requireUser(viewer);
    const { phone, username, ...read } = readInput(profileInput, input);
    const given = Object.entries(read).filter(([, value]) => value !== undefined);
    const changes = {
      ...(Object.fromEntries(given) as {
        [Name in keyof typeof read]: NonNullable<(typeof read)[Name]>;
      }),
      ...(phone !== undefined && { phone }),
      ...(username !== undefined && { username }),
    };

    const user = await store
      .transact(async (tx) => {
        const changed = await updateProfile(tx, userId, changes);
        if (changed === undefined) throw new AppError('NOT_FOUND', 'this account no longer exists');
        await appendToOutbox(tx, [userMessage('user.updated', changed, { now, newId })]);
        return changed;
      })
      .catch((error: unknown) => {
        if (!isUniqueViolation(error, 'user_username')) throw error;
        throw new AppError(
          'CONFLICT',
          `somebody else is called ${username}: choose another user name`,
        );
      });
    users.clear(userId);
    return user;
  },

  async setUserRoles(_root, args, { viewer, store, users }) {
    requireScope(viewer, 'accounts:write');
    const { userId } = args;
    const roles = readInput(rolesInput, args.roles);
    const user = await store.transact(async (tx) => {
      if (!isId(userId)) return undefined;
      const administrators = await lockAdministrators(tx);
      if (!roles.includes('ADMIN') && administrators.every((id) => id === userId)) {
        throw new AppError('CONFLICT', 'the last administrator cannot give up that role');
      }
      return updateRoles(tx, userId, roles);
    });
    if (user === undefined) throw new AppError('NOT_FOUND', `there is no user ${userId}`);
    users.clear(userId);
    return user;
  },
} satisfies MutationResolvers;

export const userFields = {
  // Null, not an error, for an id that is unknown: the rest of the answer is still good.
  __resolveReference: ({ id }, { users }) => users.load(id),
  email: (user, _args, { viewer }) => (maySeePrivately(user, viewer) ? user.email : null),
  phone: (user, _args, { viewer }) => (maySeePrivately(user, viewer) ? user.phone : null),
  roles: (user, _args, { viewer }) => (maySeePrivately(user, viewer) ? user.roles : []),
  preferences: (user, _args, { viewer }) =>
    maySeePrivately(user, viewer) ? user.preferences : null,
  addresses: (user, _args, { viewer, addresses }) =>
    maySeePrivately(user, viewer) ? addresses.load(user.id) : [],
  devices: (user, _args, { viewer, devices }) =>
    maySeePrivately(user, viewer) ? devices.load(user.id) : [],
  notifications: notificationsOf,
} satisfies UserResolvers;

export const preferencesFields = {
  orderEmails: ({ orderChannels }) => orderChannels.includes('EMAIL'),
  marketingEmails: ({ marketingChannels }) => marketingChannels.includes('EMAIL'),
} satisfies PreferencesResolvers;

export const userConnectionFields = {
  totalCount: ({ search }, _args, { store }) => countUsers(store.db, search),
} satisfies UserConnectionResolvers;

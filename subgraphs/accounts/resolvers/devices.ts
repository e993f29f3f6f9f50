import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import { removeDevice, saveDevice } from '../data/device.repository.ts';
import { lockUser } from '../data/user.repository.ts';
import { isId } from '#platform/database/ids.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { deviceInput, readInput } from './inputs.ts';

export const deviceMutations = {
  registerDevice(_root, { input }, { viewer, store, now, newId }) {
    const { userId } = requireUser(viewer);
    const device = readInput(deviceInput, input);
    return store.transact(async (tx) => {
      if (!(await lockUser(tx, userId))) {
        throw new AppError('NOT_FOUND', 'this account no longer exists');
      }
      return saveDevice(tx, { ...device, id: newId(), userId, createdAt: now() });
    });
  },

  removeDevice(_root, { id }, { viewer, store }) {
    const { userId } = requireUser(viewer);
    return isId(id) ? removeDevice(store.db, userId, id) : false;
  },
} satisfies MutationResolvers;

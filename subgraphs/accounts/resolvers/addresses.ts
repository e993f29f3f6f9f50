import { AppError } from '#platform/errors.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import {
  deleteAddress,
  insertAddress,
  listAddresses,
  updateAddress,
} from '../data/address.repository.ts';
import type { Tx } from '../data/tables.ts';
import { lockUser } from '../data/user.repository.ts';
import { MAX_ADDRESSES, type Address } from '../domain/address.ts';
import type { Context } from '../context.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { addressInput, readInput } from './inputs.ts';

export const addressMutations = {
  addAddress(_root, { input }, context) {
    const { now, newId } = context;
    const fields = readInput(addressInput, input);
    return withAddresses(context, async (tx, userId, addresses) => {
      if (addresses.length >= MAX_ADDRESSES) {
        throw new AppError('CONFLICT', `you can keep ${MAX_ADDRESSES} addresses: remove one first`);
      }
      const isDefault = fields.isDefault || addresses.length === 0;
      const address = { ...fields, id: newId(), userId, isDefault };
      await insertAddress(tx, address, now());
      return address;
    });
  },

  updateAddress(_root, { id, input }, context) {
    const fields = readInput(addressInput, input);
    return withAddresses(context, async (tx, _userId, addresses) => {
      const before = addresses.find((address) => address.id === id);
      if (before === undefined) throw new AppError('NOT_FOUND', `you have no address ${id}`);
      // One address is always the default, so it stays it until another becomes it.
      const address = { ...before, ...fields, isDefault: fields.isDefault || before.isDefault };
      await updateAddress(tx, address);
      return address;
    });
  },

  removeAddress: (_root, { id }, context) =>
    withAddresses(context, async (tx, _userId, addresses) => {
      const address = addresses.find((each) => each.id === id);
      if (address === undefined) return false;
      await deleteAddress(tx, address);
      const next = addresses.find((each) => each.id !== id);
      if (address.isDefault && next !== undefined) {
        await updateAddress(tx, { ...next, isDefault: true });
      }
      return true;
    }),
} satisfies MutationResolvers;

/** The signed-in user's addresses, default first, held until the work is done. */
async function withAddresses<Result>(
  { viewer, store, addresses }: Context,
  work: (tx: Tx, userId: string, addresses: readonly Address[]) => Promise<Result>,
): Promise<Result> {
  const { userId } = requireUser(viewer);
  const result = await store.transact(async (tx) => {
    const isKnown = await lockUser(tx, userId);
    if (!isKnown) throw new AppError('NOT_FOUND', 'this account no longer exists');
    return work(tx, userId, await listAddresses(tx, [userId]));
  });
  addresses.clear(userId);
  return result;
}

import { createHash } from 'node:crypto';
import { AppError } from '#platform/errors.ts';
import { requireScope, requireService } from '#platform/identity/viewer.ts';
import { findPartnerKey } from '../data/partner-key.repository.ts';
import {
  countRegistered,
  listRegistered,
  MAX_REGISTERED,
  registerOperations,
  unregisterOperation,
} from '../data/registered-operation.repository.ts';
import type {
  MutationResolvers,
  QueryResolvers,
  RegisteredOperationResolvers,
} from '../generated/resolvers.ts';
import { readInput, registerOperationsInput } from './inputs.ts';

export const registeredOperationQueries = {
  registeredOperations(_root, _args, { viewer, store }) {
    requireScope(viewer, 'accounts:write');
    return listRegistered(store.db);
  },

  _registeredOperations(_root, { hashes }, { viewer, store }) {
    requireService(viewer);
    return listRegistered(
      store.db,
      hashes?.map((hash) => Buffer.from(hash, 'hex')),
    );
  },
} satisfies QueryResolvers;

export const registeredOperationMutations = {
  async registerOperations(_root, { input }, { viewer, store, now, newId }) {
    requireScope(viewer, 'accounts:write');
    const { texts, partnerKeyId } = readInput(registerOperationsInput, input);
    if (partnerKeyId !== null && (await findPartnerKey(store.db, partnerKeyId)) === undefined) {
      throw new AppError('NOT_FOUND', `there is no partner key ${partnerKeyId}`);
    }
    const createdAt = now();
    return store.transact(async (tx) => {
      const registered = await registerOperations(
        tx,
        texts.map((text) => ({ id: newId(), hash: sha256(text), text, partnerKeyId, createdAt })),
      );
      if ((await countRegistered(tx)) > MAX_REGISTERED) {
        const message = `there may be ${MAX_REGISTERED} registered operations: remove some first`;
        throw new AppError('BAD_USER_INPUT', message);
      }
      return registered;
    });
  },

  unregisterOperation(_root, { id }, { viewer, store }) {
    requireScope(viewer, 'accounts:write');
    return unregisterOperation(store.db, id);
  },
} satisfies MutationResolvers;

export const registeredOperationFields = {
  hash: ({ hash }) => hash.toString('hex'),
} satisfies RegisteredOperationResolvers;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

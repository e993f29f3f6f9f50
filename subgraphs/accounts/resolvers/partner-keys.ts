import { AppError } from '#platform/errors.ts';
import { requireScope, requireService } from '#platform/identity/viewer.ts';
import { hashSecret } from '../access/secret.ts';
import {
  findWorkingPartnerKey,
  insertPartnerKey,
  listPartnerKeys,
  revokePartnerKey,
} from '../data/partner-key.repository.ts';
import type { MutationResolvers, QueryResolvers } from '../generated/resolvers.ts';
import { partnerKeyInput, readInput } from './inputs.ts';

/** Tells a key of ours from other secrets, for people and for scanners of leaked secrets. */
const KEY_PREFIX = 'plz_';
const SHOWN_LENGTH = 12;
const SHA256_HEX = /^[0-9a-f]{64}$/i;

export const partnerKeyQueries = {
  partnerKeys(_root, _args, { viewer, store }) {
    requireScope(viewer, 'accounts:write');
    return listPartnerKeys(store.db);
  },

  async _partnerKeyByHash(_root, { hash }, { viewer, store }) {
    requireService(viewer);
    if (!SHA256_HEX.test(hash)) return null;
    return (await findWorkingPartnerKey(store.db, Buffer.from(hash, 'hex'))) ?? null;
  },
} satisfies QueryResolvers;

export const partnerKeyMutations = {
  async createPartnerKey(_root, { input }, { viewer, store, now, newId, newSecret }) {
    requireScope(viewer, 'accounts:write');
    const { name, scopes, pointsPerMinute } = readInput(partnerKeyInput, input);
    const key = `${KEY_PREFIX}${newSecret()}`;
    const partnerKey = await insertPartnerKey(store.db, {
      id: newId(),
      hash: hashSecret(key),
      prefix: key.slice(0, SHOWN_LENGTH),
      name,
      scopes,
      createdAt: now(),
      revokedAt: null,
      pointsPerMinute,
    });
    return { key, partnerKey };
  },

  async revokePartnerKey(_root, { id }, { viewer, store, now }) {
    requireScope(viewer, 'accounts:write');
    const key = await revokePartnerKey(store.db, id, now());
    if (key === undefined) throw new AppError('NOT_FOUND', `there is no partner key ${id}`);
    return key;
  },
} satisfies MutationResolvers;

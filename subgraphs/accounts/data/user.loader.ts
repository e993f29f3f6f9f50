import DataLoader from 'dataloader';
import type { Device } from '../domain/device.ts';
import { listDevices } from './device.repository.ts';
import type { Address } from '../domain/address.ts';
import { isId } from '#platform/database/ids.ts';
import type { User } from '../domain/user.ts';
import { listAddresses } from './address.repository.ts';
import type { Db } from './tables.ts';
import { listUsersByIds } from './user.repository.ts';

export type UserLoader = DataLoader<string, User | null>;

export function createUserLoader(db: Db): UserLoader {
  return new DataLoader(async (ids) => {
    // Ids come from clients too; PostgreSQL would refuse the whole list for one that is no UUID.
    const users = await listUsersByIds(db, ids.filter(isId));
    const byId = new Map(users.map((user) => [user.id, user]));
    return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
  });
}

export function createAddressLoader(db: Db): DataLoader<string, Address[]> {
  return new DataLoader(async (userIds) => {
    const byUser = Map.groupBy(await listAddresses(db, userIds), ({ userId }) => userId);
    return userIds.map((userId) => byUser.get(userId) ?? []);
  });
}

export function createDeviceLoader(db: Db) {
  return new DataLoader<string, Device[]>(async (userIds) => {
    const devices = await listDevices(db, userIds);
    const byUser = Map.groupBy(devices, ({ userId }) => userId);
    return userIds.map((userId) => byUser.get(userId) ?? []);
  });
}

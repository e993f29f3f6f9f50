import type { Address, AddressFields } from '../domain/address.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tables, Tx } from './tables.ts';

/** The default first, then the newest. */
export async function listAddresses(db: Db, userIds: readonly string[]): Promise<Address[]> {
  const rows = await db
    .selectFrom('address')
    .selectAll()
    .where('user_id', '=', anyOf(userIds))
    .orderBy('is_default', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toAddress);
}

/** Call it under the user's lock; an address that is the default takes that from the one before. */
export async function insertAddress(tx: Tx, address: Address, createdAt: Date): Promise<void> {
  if (address.isDefault) await clearDefault(tx, address.userId);
  await tx
    .insertInto('address')
    .values({
      id: address.id,
      user_id: address.userId,
      is_default: address.isDefault,
      created_at: createdAt,
      ...fieldsOf(address),
    })
    .execute();
}

/** Call it under the user's lock. */
export async function updateAddress(tx: Tx, address: Address): Promise<void> {
  if (address.isDefault) await clearDefault(tx, address.userId);
  await tx
    .updateTable('address')
    .set({ is_default: address.isDefault, ...fieldsOf(address) })
    .where('id', '=', address.id)
    .where('user_id', '=', address.userId)
    .execute();
}

/** Call it under the user's lock. */
export async function deleteAddress(tx: Tx, address: Address): Promise<void> {
  await tx.deleteFrom('address').where('id', '=', address.id).execute();
}

async function clearDefault(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('address')
    .set({ is_default: false })
    .where('user_id', '=', userId)
    .where('is_default', '=', true)
    .execute();
}

function fieldsOf({ postalCode, ...fields }: AddressFields) {
  const { recipient, line1, line2, city, region, country } = fields;
  return { recipient, line1, line2, city, region, country, postal_code: postalCode };
}

function toAddress(row: Tables['address']): Address {
  const { id, recipient, line1, line2, city, region, country } = row;
  return {
    id,
    userId: row.user_id,
    recipient,
    line1,
    line2,
    city,
    region,
    postalCode: row.postal_code,
    country,
    isDefault: row.is_default,
  };
}

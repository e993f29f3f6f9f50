import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { PlantedShop } from './planted-shop.ts';

/** A purchase in a flash sale as orders keeps it, of somebody who has no order there. */
export const plantFlashRequest = (
  shop: Pick<PlantedShop, 'query'>,
  state: 'QUEUED' | 'PLACED',
  age: string,
) =>
  shop.query(
    'orders',
    `insert into flash_request (order_id, user_id, sale_id, key, content_hash, quantity, address, payment_token,
       payment_method, state, created_at, updated_at)
     values ($1, $2, $3, 'key', '', 1, '{}', '', '', $4, now() - $5::interval, now())`,
    [newId(), randomUUID(), randomUUID(), state, age],
  );

import { randomUUID } from 'node:crypto';
import type { TestGraph } from '../../host/testing/test-graph.ts';
import { runSql, type Person } from './people.ts';
import { ADDRESS } from './shop.ts';

export interface SaleOptions {
  productId: string;
  units: number;
  limitPerUser?: number;
  startsInMs?: number;
  lastsMs?: number;
}

/** Schedules a sale through the graph, and answers its id. */
export async function scheduleSale(admin: Person, options: SaleOptions): Promise<string> {
  const { productId, units, limitPerUser = 1, startsInMs = 0, lastsMs = 600_000 } = options;
  const startsAt = Date.now() + startsInMs;
  const input = {
    productId,
    units,
    limitPerUser,
    priceCents: 500,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + lastsMs).toISOString(),
  };
  const { scheduleFlashSale } = await admin.client.get<{
    scheduleFlashSale: { __typename: string; id?: string };
  }>(
    `mutation ($input: ScheduleFlashSaleInput!) {
      scheduleFlashSale(input: $input) { __typename ... on FlashSale { id } }
    }`,
    { input },
  );
  const { __typename, id } = scheduleFlashSale;
  if (id === undefined) throw new Error(`scheduling a sale answered ${__typename}`);
  return id;
}

export interface FlashAnswer {
  __typename: string;
  id?: string;
  status?: string;
  position?: number;
  message?: string;
  total?: { amountCents: number };
  flashSale?: { id: string; unitsLeft: number };
}

const ANSWER = `
  __typename
  ... on Order { id status total { amountCents } flashSale { id unitsLeft } }
  ... on QueuePlace { id position message }
  ... on SoldOut { message sale { id unitsLeft } }
  ... on SaleEnded { message }
  ... on LimitReached { message }
`;

export async function buyFlash(
  buyer: Person,
  saleId: string,
  options: { quantity?: number; idempotencyKey?: string; paymentToken?: string } = {},
): Promise<FlashAnswer> {
  const { placeFlashOrder } = await buyer.client.get<{ placeFlashOrder: FlashAnswer }>(
    `mutation ($input: PlaceFlashOrderInput!) {
      placeFlashOrder(input: $input) {
        ${ANSWER}
        ... on SaleNotStarted { message }
        ... on RateLimited { message }
        ... on Busy { message }
        ... on IdempotencyConflict { message }
      }
    }`,
    {
      input: {
        saleId,
        quantity: options.quantity ?? 1,
        idempotencyKey: options.idempotencyKey ?? randomUUID(),
        paymentToken: options.paymentToken ?? 'tok_visa',
        shippingAddress: ADDRESS,
      },
    },
  );
  return placeFlashOrder;
}

/** Follows a place in the queue until it is none any more. */
export async function followPlace(buyer: Person, id: string): Promise<FlashAnswer[]> {
  const events = await buyer.client.follow<{ queuePositionChanged: FlashAnswer }>(
    `subscription ($id: ID!) { queuePositionChanged(id: $id) { ${ANSWER} } }`,
    { id },
    ({ queuePositionChanged }) => queuePositionChanged.__typename !== 'QueuePlace',
  );
  return events.map(({ queuePositionChanged }) => queuePositionChanged);
}

export interface SaleUnits {
  available: number;
  reserved: number;
  sold: number;
  returned: number;
}

export async function unitsOfSale(graph: TestGraph, saleId: string): Promise<SaleUnits> {
  const [units] = await runSql<SaleUnits>(
    graph.databaseUrl('inventory'),
    'select available, reserved, sold, returned from flash_sale where id = $1',
    [saleId],
  );
  if (units === undefined) throw new Error(`there is no flash sale ${saleId}`);
  return units;
}

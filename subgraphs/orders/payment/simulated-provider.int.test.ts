import { testDatabase } from '#platform/testing/database.ts';
import type { Tables } from '../data/tables.ts';
import { MIGRATIONS } from '../testing/order-world.ts';
import { createSimulatedProvider } from './simulated-provider.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const { signal } = new AbortController();
const request = { amountCents: 1_000, currency: 'USD', token: 'tok_visa' };

async function setUp(options: { failureRate?: number; random?: () => number } = {}) {
  const database = await testDatabase<Tables>(MIGRATIONS);
  const { failureRate = 0, random = () => 0.5 } = options;
  const provider = createSimulatedProvider({
    db: database.db,
    latencyMs: 0,
    failureRate,
    random,
    now: () => now,
  });
  const ledger = () => database.db.selectFrom('provider_charge').selectAll().execute();
  return { provider, ledger, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}

test('a crowd with one key is charged once', async () => {
  await using world = await setUp();
  const charge = { ...request, idempotencyKey: 'order-1' };

  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => world.provider.charge(charge, signal)),
  );

  expect(outcomes).toEqual(Array.from({ length: 20 }, () => ({ status: 'CHARGED' })));
  expect(await world.ledger()).toHaveLength(1);
});

test('a key keeps its first outcome, whatever card comes later', async () => {
  await using world = await setUp();
  const charge = { ...request, idempotencyKey: 'order-1' };
  const declined = { status: 'DECLINED', failure: 'CARD_DECLINED' };

  expect(await world.provider.charge({ ...charge, token: 'tok_declined' }, signal)).toEqual(
    declined,
  );
  expect(await world.provider.charge(charge, signal)).toEqual(declined);
});

test('a refund gives back once, and says so each time', async () => {
  await using world = await setUp();
  await world.provider.charge({ ...request, idempotencyKey: 'order-1' }, signal);

  expect(await world.provider.refund('order-1', signal)).toEqual({ wasCharged: true });
  expect(await world.provider.refund('order-1', signal)).toEqual({ wasCharged: true });
  expect(await world.ledger()).toMatchObject([{ outcome: 'CHARGED', refunded_at: now }]);
});

test('a charge that comes after the refund of its key is refused', async () => {
  await using world = await setUp();

  expect(await world.provider.refund('order-1', signal)).toEqual({ wasCharged: false });
  expect(await world.provider.charge({ ...request, idempotencyKey: 'order-1' }, signal)).toEqual({
    status: 'CLOSED',
  });
});

test('a charge and its refund at the same time leave nothing charged', async () => {
  await using world = await setUp();
  const keys = Array.from({ length: 20 }, (_, index) => `order-${index}`);

  await Promise.all(
    keys.flatMap((idempotencyKey) => [
      world.provider.charge({ ...request, idempotencyKey }, signal),
      world.provider.refund(idempotencyKey, signal),
    ]),
  );

  const rows = await world.ledger();
  expect(rows).toHaveLength(keys.length);
  expect(rows.filter((row) => row.outcome === 'CHARGED' && row.refunded_at === null)).toEqual([]);
});

test('fails for a technical reason as often as it is told to', async () => {
  await using world = await setUp({ failureRate: 0.3, random: () => 0.2 });

  await expect(
    world.provider.charge({ ...request, idempotencyKey: 'order-1' }, signal),
  ).rejects.toThrow('provider failed');
  expect(await world.ledger()).toEqual([]);
});

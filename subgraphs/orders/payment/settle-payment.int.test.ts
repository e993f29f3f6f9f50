import { v7 as newId } from 'uuid';
import { testDatabase, type TestDatabase } from '#platform/testing/database.ts';
import type { Envelope } from '#platform/bus/bus.ts';
import { PAYMENT_EVENTS } from '#schema/events/payment-events.ts';
import { findPayment } from '../data/payment.repository.ts';
import type { Tables } from '../data/tables.ts';
import { MIGRATIONS, takeOutbox } from '../testing/order-world.ts';
import { envelope, storeOrder } from '../testing/stored-order.ts';
import { guardProvider } from './guarded-provider.ts';
import { createSimulatedCarrier } from '../shipping/simulated-carrier.ts';
import { createPaymentDesk } from './payment-desk.ts';
import type { PaymentProvider } from './payment-provider.ts';
import { ProviderAway } from './provider-away.ts';
import { giveBack, takePayment, type PaymentParts } from './settle-payment.ts';
import { createSimulatedProvider } from './simulated-provider.ts';

/** Longer than any answer takes, and a wait that is over soon for what is never answered. */
const ANSWERED_MS = 10_000;
const UNANSWERED_MS = 50;
const limits = { stallMs: 15_000, giveUpMs: 600_000, packMs: 0, transitMs: 0 };
const now = () => new Date('2026-03-01T12:00:00.000Z');

interface World extends AsyncDisposable {
  database: TestDatabase<Tables>;
  parts: PaymentParts;
  /** The same with another provider. */
  withProvider: (
    change: (provider: PaymentProvider) => Partial<PaymentProvider>,
    timeoutMs?: number,
  ) => PaymentParts;
  ledger: () => Promise<{ outcome: string; refunded_at: Date | null }[]>;
  answers: () => Promise<string[]>;
}

async function setUp(): Promise<World> {
  const database = await testDatabase<Tables>(MIGRATIONS);
  const { db, store } = database;
  const provider = createSimulatedProvider({
    db,
    latencyMs: 0,
    failureRate: 0,
    random: () => 1,
    now,
  });
  const guard = (guarded: PaymentProvider, timeoutMs = ANSWERED_MS): PaymentParts => ({
    db,
    desk: createPaymentDesk({
      store,
      carrier: createSimulatedCarrier({ packMs: 0, transitMs: 0, failureRate: 0 }),
      rules: { now, newId: () => newId(), limits },
      tellSteps: () => Promise.resolve(),
    }),
    provider: guardProvider(guarded, {
      timeoutMs,
      patienceMs: 1_000,
      now,
      onAttempt: () => undefined,
    }),
  });
  return {
    database,
    parts: guard(provider),
    withProvider: (change, timeoutMs) => guard({ ...provider, ...change(provider) }, timeoutMs),
    ledger: () => db.selectFrom('provider_charge').select(['outcome', 'refunded_at']).execute(),
    async answers() {
      const messages: { topic: string; envelope: Envelope }[] = await takeOutbox(database);
      return messages
        .filter(({ topic }) => topic === PAYMENT_EVENTS)
        .map(({ envelope: { type } }) => type);
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test('charges and answers once, however often and at once the event is delivered', async () => {
  await using world = await setUp();
  const { parts, database } = world;
  const orderId = await storeOrder(database);
  const event = envelope('order.awaiting_payment', orderId);

  await Promise.all([takePayment(parts, event), takePayment(parts, event)]);
  await takePayment(parts, event);

  expect(await world.ledger()).toMatchObject([{ outcome: 'CHARGED' }]);
  expect(await world.answers()).toEqual(['payment.succeeded']);
});

test('a step that is announced again is answered again, from what is known', async () => {
  await using world = await setUp();
  const { parts, database } = world;
  const orderId = await storeOrder(database);
  await takePayment(parts, envelope('order.awaiting_payment', orderId));

  await takePayment(parts, envelope('order.awaiting_payment', orderId));

  expect(await world.ledger()).toHaveLength(1);
  expect(await world.answers()).toEqual(['payment.succeeded', 'payment.succeeded']);
});

/** The provider has charged, and we die before we write it down; then the event is delivered again. */
async function dieAfterCharge(world: World, keyOf: (orderId: string, attempt: number) => string) {
  const orderId = await storeOrder(world.database);
  const event = envelope('order.awaiting_payment', orderId);
  let attempt = 0;
  const parts = world.withProvider((provider) => ({
    charge: (request, signal) => {
      const idempotencyKey = keyOf(request.idempotencyKey, ++attempt);
      return provider.charge({ ...request, idempotencyKey }, signal);
    },
  }));
  const dying: PaymentParts = {
    ...parts,
    desk: { ...parts.desk, record: () => Promise.reject(new Error('killed')) },
  };
  await expect(takePayment(dying, event)).rejects.toThrow('killed');
  expect(await world.answers()).toEqual([]);

  await takePayment(parts, event);
  return orderId;
}

test('a process that dies between charge and record has charged once after the redelivery', async () => {
  await using world = await setUp();
  const orderId = await dieAfterCharge(world, (id) => id);

  expect(await world.ledger()).toMatchObject([{ outcome: 'CHARGED' }]);
  expect(await findPayment(world.database.db, orderId)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await world.answers()).toEqual(['payment.succeeded']);
});

test('control: with a key of its own for each attempt that death charges twice', async () => {
  await using world = await setUp();
  await dieAfterCharge(world, (id, attempt) => `${id}/${attempt}`);

  expect(await world.ledger()).toHaveLength(2);
});

test('an order that is cancelled before it is charged is never charged', async () => {
  await using world = await setUp();
  const { parts, database } = world;
  const orderId = await storeOrder(database, { status: 'CANCELLED' });

  await takePayment(parts, envelope('order.awaiting_payment', orderId));
  await giveBack(parts, envelope('order.cancelled', orderId));

  expect(await world.ledger()).toEqual([]);
  expect(await findPayment(database.db, orderId)).toBeUndefined();
});

test('a cancellation during the charge ends with the money back', async () => {
  await using world = await setUp();
  const { database } = world;
  const orderId = await storeOrder(database);
  const parts = world.withProvider((provider) => ({
    async charge(request, signal) {
      const outcome = await provider.charge(request, signal);
      await giveBack(world.parts, envelope('order.cancelled', orderId));
      return outcome;
    },
  }));

  await takePayment(parts, envelope('order.awaiting_payment', orderId));

  expect(await world.ledger()).toMatchObject([{ outcome: 'CHARGED', refunded_at: now() }]);
  expect(await findPayment(database.db, orderId)).toMatchObject({ status: 'REFUNDED' });
  expect(await world.answers()).toEqual(['payment.refunded', 'payment.refunded']);
});

test('a cancellation before the charge reaches the provider leaves nothing to charge', async () => {
  await using world = await setUp();
  const { database } = world;
  const orderId = await storeOrder(database);
  const parts = world.withProvider((provider) => ({
    async charge(request, signal) {
      await giveBack(world.parts, envelope('order.cancelled', orderId));
      return provider.charge(request, signal);
    },
  }));

  await takePayment(parts, envelope('order.awaiting_payment', orderId));

  expect(await world.ledger()).toMatchObject([{ outcome: 'CLOSED' }]);
  const payment = await findPayment(database.db, orderId);
  expect(payment).toMatchObject({ status: 'FAILED', failure: null });
});

test('an order that was cancelled while its charge was lost is settled by the late event', async () => {
  await using world = await setUp();
  const { parts, database } = world;
  const orderId = await storeOrder(database);
  const lost = world.withProvider(() => ({ charge: () => Promise.reject(new Error('no line')) }));
  await expect(takePayment(lost, envelope('order.awaiting_payment', orderId))).rejects.toThrow(
    'no line',
  );
  await database.db
    .updateTable('customer_order')
    .set({ status: 'CANCELLED', cancellation_reason: 'STALLED' })
    .execute();

  await takePayment(parts, envelope('order.awaiting_payment', orderId));

  expect(await world.ledger()).toMatchObject([{ outcome: 'CLOSED' }]);
  expect(await findPayment(database.db, orderId)).toMatchObject({ status: 'FAILED' });
});

test('a charge whose answer is lost in time-outs is given back, and the payment fails', async () => {
  await using world = await setUp();
  const { database } = world;
  const orderId = await storeOrder(database);
  const parts = world.withProvider(
    (provider) => ({
      async charge(request, signal) {
        await provider.charge(request, signal);
        return new Promise<never>(() => undefined);
      },
    }),
    UNANSWERED_MS,
  );

  await takePayment(parts, envelope('order.awaiting_payment', orderId));

  expect(await world.ledger()).toMatchObject([{ outcome: 'CHARGED', refunded_at: now() }]);
  expect(await findPayment(database.db, orderId)).toMatchObject({
    status: 'FAILED',
    failure: 'TIMED_OUT',
    attempts: 3,
  });
  expect(await world.answers()).toEqual(['payment.failed']);
});

test('while the provider is away the payment waits: it is neither declined nor asked', async () => {
  await using world = await setUp();
  const { database } = world;
  let asked = 0;
  const parts = world.withProvider(() => ({
    charge: () => {
      asked += 1;
      return Promise.reject(new Error('503'));
    },
  }));
  const take = async () => {
    const orderId = await storeOrder(database);
    return takePayment(parts, envelope('order.awaiting_payment', orderId)).catch(
      (error: unknown) => error,
    );
  };
  const outcomes = [];
  for (let order = 0; order < 8; order++) outcomes.push(await take());
  const askedBefore = asked;

  expect(outcomes.at(-1)).toBeInstanceOf(ProviderAway);
  expect(await take()).toBeInstanceOf(ProviderAway);
  expect(asked).toBe(askedBefore);
  const payments = await database.db.selectFrom('payment').select('status').distinct().execute();
  expect(payments).toEqual([{ status: 'PENDING' }]);
});

test('a process that dies between closing a charge and its record answers after the redelivery', async () => {
  await using world = await setUp();
  const { database } = world;
  const orderId = await storeOrder(database);
  const event = envelope('order.awaiting_payment', orderId);
  const dying = world.withProvider(
    (provider) => ({
      charge: () => new Promise<never>(() => undefined),
      async refund(idempotencyKey, signal) {
        await provider.refund(idempotencyKey, signal);
        throw new Error('killed');
      },
    }),
    UNANSWERED_MS,
  );
  await expect(takePayment(dying, event)).rejects.toThrow('killed');
  expect(await world.answers()).toEqual([]);

  await takePayment(world.parts, event);

  expect(await world.ledger()).toMatchObject([{ outcome: 'CLOSED' }]);
  expect(await findPayment(database.db, orderId)).toMatchObject({
    status: 'FAILED',
    failure: 'TIMED_OUT',
  });
  expect(await world.answers()).toEqual(['payment.failed']);
});

test('a process that dies between giving a lost charge back and its record does not take the order for paid', async () => {
  await using world = await setUp();
  const { database } = world;
  const orderId = await storeOrder(database);
  const event = envelope('order.awaiting_payment', orderId);
  const dying = world.withProvider(
    (provider) => ({
      async charge(request, signal) {
        await provider.charge(request, signal);
        return new Promise<never>(() => undefined);
      },
      async refund(idempotencyKey, signal) {
        await provider.refund(idempotencyKey, signal);
        throw new Error('killed');
      },
    }),
    UNANSWERED_MS,
  );
  await expect(takePayment(dying, event)).rejects.toThrow('killed');

  await takePayment(world.parts, event);

  expect(await world.ledger()).toMatchObject([{ outcome: 'CHARGED', refunded_at: now() }]);
  expect(await findPayment(database.db, orderId)).toMatchObject({ status: 'FAILED' });
  expect(await world.answers()).toEqual(['payment.failed']);
});

test('a charge that one process takes back while another is told that it is made ends the order', async () => {
  await using world = await setUp();
  const { database } = world;
  const orderId = await storeOrder(database);
  const slow = world.withProvider(
    (provider) => ({
      async charge(_request, signal) {
        // The sweeper has asked another process meanwhile, which is answered.
        await takePayment(world.parts, envelope('order.awaiting_payment', orderId));
        return new Promise<never>((_, reject) => {
          if (signal.aborted) reject(new Error('too late'));
        });
      },
      refund: provider.refund,
    }),
    UNANSWERED_MS,
  );

  await takePayment(slow, { key: orderId });

  expect(await world.ledger()).toMatchObject([{ outcome: 'CHARGED', refunded_at: now() }]);
  expect(await findPayment(database.db, orderId)).toMatchObject({ status: 'REFUNDED' });
  const order = await database.db
    .selectFrom('customer_order')
    .select(['status', 'cancellation_reason', 'is_refunded'])
    .executeTakeFirstOrThrow();
  expect(order).toEqual({
    status: 'CANCELLED',
    cancellation_reason: 'PAYMENT_TIMED_OUT',
    is_refunded: true,
  });
});

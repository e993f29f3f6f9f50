import { setTimeout as delay } from 'node:timers/promises';
import { guardProvider } from './guarded-provider.ts';
import type { ChargeOutcome, PaymentProvider } from './payment-provider.ts';
import { ProviderAway } from './provider-away.ts';

const request = { idempotencyKey: 'order-1', amountCents: 1, currency: 'USD', token: 'tok_visa' };

function guarded(charge: (attempt: number) => Promise<ChargeOutcome>) {
  const told: string[] = [];
  let attempt = 0;
  const provider: PaymentProvider = {
    findCard: () => Promise.resolve('Visa'),
    charge: () => charge(++attempt),
    refund: () => Promise.resolve({ wasCharged: true }),
  };
  const guard = guardProvider(provider, {
    timeoutMs: 20,
    patienceMs: 1_000,
    now: () => new Date(),
    onAttempt: (outcome) => told.push(outcome),
  });
  return { guard, told };
}

test('what fails for a technical reason is asked again, and the attempts are counted', async () => {
  const { guard, told } = guarded((attempt) =>
    attempt < 3 ? Promise.reject(new Error('503')) : Promise.resolve({ status: 'CHARGED' }),
  );

  expect(await guard.charge(request)).toEqual({ outcome: { status: 'CHARGED' }, attempts: 3 });
  expect(told).toEqual(['charged']);
});

test('a decline is an answer: nobody is asked again', async () => {
  const declined = { status: 'DECLINED', failure: 'CARD_DECLINED' } as const;
  const { guard, told } = guarded(() => Promise.resolve(declined));

  expect(await guard.charge(request)).toEqual({ outcome: declined, attempts: 1 });
  expect(told).toEqual(['declined']);
});

test('no answer in time, three times, is a time-out', async () => {
  const { guard, told } = guarded(() => new Promise(() => undefined));

  expect(await guard.charge(request)).toEqual({ outcome: { status: 'TIMED_OUT' }, attempts: 3 });
  expect(told).toEqual(['timed_out']);
});

test('a provider that keeps failing is left alone for a while, as one that is away', async () => {
  const { guard, told } = guarded(() => Promise.reject(new Error('503')));
  const charges = Array.from({ length: 10 }, () =>
    guard.charge(request).catch((error: unknown) => error),
  );

  expect((await Promise.all(charges)).some((error) => error instanceof ProviderAway)).toBe(true);
  await expect(guard.charge(request)).rejects.toMatchObject({ code: 'EHOSTUNREACH' });
  expect(told).toContain('skipped');
});

const never = () => new Promise<never>(() => undefined);
const KEYS = Array.from({ length: 20 }, (_, index) => `silent-${index}`);
/** More than the pause between two attempts. */
const OPEN_MS = 500;
const PATIENCE_MS = 30_000;

/** A consumer that hands over what is not settled again and again, in the same order, as the bus does. */
function consumer(provider: Partial<PaymentProvider>) {
  let clock = 0;
  const waiting = new Set<string>(KEYS);
  const ended = new Map<string, string>();
  const guard = guardProvider(
    {
      findCard: () => Promise.resolve('Visa'),
      charge: never,
      refund: () => Promise.resolve({ wasCharged: false }),
      ...provider,
    },
    {
      timeoutMs: 5,
      patienceMs: PATIENCE_MS,
      now: () => new Date(clock),
      breaker: { failures: 5, openMs: OPEN_MS },
      onAttempt: () => undefined,
    },
  );
  async function settle(idempotencyKey: string): Promise<void> {
    const { outcome } = await guard.charge({ ...request, idempotencyKey });
    if (outcome.status === 'TIMED_OUT') await guard.refund(idempotencyKey);
    ended.set(idempotencyKey, outcome.status);
    waiting.delete(idempotencyKey);
  }
  return {
    waiting,
    ended,
    pass: (ms: number) => (clock += ms),
    deliver: () => Promise.all(Array.from(waiting, (key) => settle(key).catch(waitIfAway))),
  };
}

function waitIfAway(error: unknown): void {
  if (!(error instanceof ProviderAway)) throw error;
}

/** Deliveries until it is so; what never becomes so is a test that runs out of time. */
async function deliverUntil(world: ReturnType<typeof consumer>, isDone: () => boolean) {
  while (!isDone()) {
    await world.deliver();
    await delay(OPEN_MS / 10);
  }
}

test('charges that an open breaker cuts off wait, and are charged when the provider is well again', async () => {
  let isSlow = true;
  const closed: string[] = [];
  const world = consumer({
    charge: () => (isSlow ? never() : Promise.resolve({ status: 'CHARGED' })),
    refund(key) {
      closed.push(key);
      return Promise.resolve({ wasCharged: false });
    },
  });

  for (let round = 0; round < 3; round++) await world.deliver();
  expect(world.waiting.size).toBe(KEYS.length);

  isSlow = false;
  await deliverUntil(world, () => world.waiting.size === 0);
  expect(new Set(world.ended.values())).toEqual(new Set(['CHARGED']));
  expect(closed).toEqual([]);
});

test('cards that never answer, and open the breaker alone, are closed when patience is over', async () => {
  const world = consumer({});
  await world.deliver();
  world.pass(PATIENCE_MS - 1);
  await world.deliver();
  expect(world.waiting.size).toBe(KEYS.length);

  world.pass(1);
  await deliverUntil(world, () => world.waiting.size === 0);
  expect(new Set(world.ended.values())).toEqual(new Set(['TIMED_OUT']));
});

test('a charge that was not asked for yet goes before those that opened the breaker', async () => {
  const world = consumer({
    charge: ({ idempotencyKey }) =>
      idempotencyKey === 'well' ? Promise.resolve({ status: 'CHARGED' }) : never(),
  });
  await world.deliver();

  // Delivered last, each time.
  world.waiting.add('well');
  await world.deliver();
  await delay(OPEN_MS + 50);
  await world.deliver();
  expect(world.ended.get('well')).toBe('CHARGED');
});

test('of many charges that were not asked for yet some try beside the open breaker, and no more of them', async () => {
  const asked = new Set<string>();
  const world = consumer({
    charge({ idempotencyKey }) {
      asked.add(idempotencyKey);
      return idempotencyKey === 'left-behind-9' ? Promise.resolve({ status: 'CHARGED' }) : never();
    },
  });
  await world.deliver();
  asked.clear();

  for (let index = 0; index < 40; index++) world.waiting.add(`left-behind-${index}`);
  await world.deliver();
  await world.deliver();
  expect(asked.size).toBe(10);
  expect(Object.fromEntries(world.ended)).toEqual({ 'left-behind-9': 'CHARGED' });
  world.pass(OPEN_MS);
  await world.deliver();
  expect(asked.size).toBe(20);

  world.pass(PATIENCE_MS);
  await world.deliver();
  expect(world.ended.get('left-behind-0')).toBe('TIMED_OUT');
});

test('a provider that answers with failures is tried by nobody beside the open breaker', async () => {
  let asked = 0;
  const world = consumer({
    charge({ idempotencyKey }) {
      asked += 1;
      return idempotencyKey.startsWith('silent') ? never() : Promise.reject(new Error('503'));
    },
  });
  await world.deliver();

  // Those that try first are told of the failure; nobody tries after that, however often all are handed over.
  for (let index = 0; index < 20; index++) world.waiting.add(`late-${index}`);
  asked = 0;
  await world.deliver();
  const tried = asked;
  expect(tried).toBeGreaterThan(0);
  world.pass(OPEN_MS);
  await world.deliver();
  await world.deliver();
  expect(asked).toBe(tried);
});

test('charges wait for a provider that is away, after their patience too: it closes none of them', async () => {
  let isAway = true;
  const world = consumer({
    charge: () => (isAway ? never() : Promise.resolve({ status: 'CHARGED' })),
    refund: () =>
      isAway ? Promise.reject(new ProviderAway('away')) : Promise.resolve({ wasCharged: false }),
  });
  await world.deliver();
  world.pass(PATIENCE_MS);
  await world.deliver();
  await world.deliver();
  expect(world.waiting.size).toBe(KEYS.length);

  isAway = false;
  await deliverUntil(world, () => world.waiting.size === 0);
  expect(new Set(world.ended.values())).toEqual(new Set(['CHARGED']));
});

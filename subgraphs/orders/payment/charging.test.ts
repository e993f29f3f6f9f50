import { setImmediate as turn } from 'node:timers/promises';
import { silentLog } from '#platform/telemetry/log.ts';
import { createCharging } from './charging.ts';
import type { PaymentCause } from './payment-desk.ts';
import { ProviderAway } from './provider-away.ts';

const backoff = { firstMs: 1, maxMs: 1 };
const causeOf = (order: number): PaymentCause => ({ key: `order-${order}` });

/** Charges that end when the test says so. */
function provider() {
  const asked: string[] = [];
  const answers = new Map<string, PromiseWithResolvers<void>>();
  return {
    asked,
    charge: ({ key }: PaymentCause) => {
      asked.push(key);
      const answer = Promise.withResolvers<void>();
      answers.set(key, answer);
      return answer.promise;
    },
    answer: (order: number) => answers.get(`order-${order}`)?.resolve(),
  };
}

async function ended(charging: { underWay: () => number }): Promise<void> {
  while (charging.underWay() > 0) await turn();
}

test('takes charges on without waiting for them, each order once at a time', async () => {
  const { asked, charge, answer } = provider();
  const charging = createCharging({ charge, log: silentLog });

  await charging.begin(causeOf(1));
  await charging.begin(causeOf(2));
  await charging.begin(causeOf(1));
  expect(asked).toEqual(['order-1', 'order-2']);
  expect(charging.underWay()).toBe(2);

  answer(1);
  answer(2);
  await ended(charging);
  await charging.begin(causeOf(1));
  expect(asked).toEqual(['order-1', 'order-2', 'order-1']);
});

test('waits for a place when very many are under way', async () => {
  const { asked, charge, answer } = provider();
  const charging = createCharging({ charge, log: silentLog, maxUnderWay: 2 });
  await charging.begin(causeOf(1));
  await charging.begin(causeOf(2));

  const third = charging.begin(causeOf(3));
  const fourth = charging.begin(causeOf(4));
  await turn();
  expect(asked).toHaveLength(2);

  answer(2);
  await third;
  await turn();
  expect(asked).toEqual(['order-1', 'order-2', 'order-3']);
  answer(3);
  await fourth;
  expect(charging.underWay()).toBe(2);
});

test('a charge waits for a provider that is away, however long', async () => {
  let tries = 0;
  const charging = createCharging({
    charge: () => {
      tries += 1;
      return tries < 50 ? Promise.reject(new ProviderAway('away')) : Promise.resolve();
    },
    log: silentLog,
    maxAttempts: 2,
    backoff,
  });

  await charging.begin(causeOf(1));
  await ended(charging);

  expect(tries).toBe(50);
});

test('a charge that keeps failing is left to the sweeper, and may be begun anew', async () => {
  let tries = 0;
  const charging = createCharging({
    charge: () => {
      tries += 1;
      return Promise.reject(new Error('no such card'));
    },
    log: silentLog,
    maxAttempts: 3,
    backoff,
  });

  await charging.begin(causeOf(1));
  await ended(charging);
  expect(tries).toBe(3);

  await charging.begin(causeOf(1));
  await ended(charging);
  expect(tries).toBe(6);
});

test('stopping waits for what is being tried, tries nothing again and begins nothing', async () => {
  const { asked, charge, answer } = provider();
  let tries = 0;
  const charging = createCharging({
    charge(cause) {
      if (cause.key === 'order-1') return charge(cause);
      tries += 1;
      return Promise.reject(new ProviderAway('away'));
    },
    log: silentLog,
    maxUnderWay: 2,
  });
  await charging.begin(causeOf(1));
  await charging.begin(causeOf(2));
  const waiting = charging.begin(causeOf(3));

  // It has no place, and no hope of one: whoever waits for it has to stop, too.
  let isStopped = false;
  const stopped = charging.stop().then(() => (isStopped = true));
  await waiting;
  expect(isStopped).toBe(false);
  answer(1);
  await stopped;
  expect({ asked, tries }).toEqual({ asked: ['order-1'], tries: 1 });
  expect(charging.underWay()).toBe(0);
});

test('who cannot wait begins only where there is a place', async () => {
  const { asked, charge, answer } = provider();
  const charging = createCharging({ charge, log: silentLog, maxUnderWay: 1 });

  charging.beginIfFree(causeOf(1));
  charging.beginIfFree(causeOf(2));
  expect(asked).toEqual(['order-1']);

  answer(1);
  await ended(charging);
  charging.beginIfFree(causeOf(2));
  expect(asked).toEqual(['order-1', 'order-2']);
});

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

/** Hands over what is not settled again and again, in the same order, as the bus does. */
async function settleAll(provider: PaymentProvider, keys: readonly string[], rounds: number) {
  const guard = guardProvider(provider, {
    timeoutMs: 5,
    // Open for longer than all the rounds take.
    breaker: { failures: 5, openMs: 60_000 },
    onAttempt: () => undefined,
  });
  const waiting = new Set(keys);
  const ended = new Map<string, string>();
  for (let round = 0; round < rounds && waiting.size > 0; round++) {
    await Promise.all(
      Array.from(waiting, async (idempotencyKey) => {
        const settle = async () => {
          const { outcome } = await guard.charge({ ...request, idempotencyKey });
          if (outcome.status === 'TIMED_OUT') await guard.refund(idempotencyKey);
          ended.set(idempotencyKey, outcome.status);
          waiting.delete(idempotencyKey);
        };
        await settle().catch(waitIfAway);
      }),
    );
  }
  return { waiting, ended };
}

function waitIfAway(error: unknown): void {
  if (!(error instanceof ProviderAway)) throw error;
}

const never = () => new Promise<never>(() => undefined);
const SILENT = Array.from({ length: 20 }, (_, index) => `silent-${index}`);

test('cards that never answer are closed while the breaker that they opened is still open', async () => {
  const provider: PaymentProvider = {
    findCard: () => Promise.resolve('Visa'),
    charge: never,
    refund: () => Promise.resolve({ wasCharged: false }),
  };

  const { waiting, ended } = await settleAll(provider, SILENT, 3);
  expect(waiting.size).toBe(0);
  expect(new Set(ended.values())).toEqual(new Set(['TIMED_OUT']));
});

test('charges wait for a provider that is away: it closes none of them', async () => {
  const provider: PaymentProvider = {
    findCard: () => Promise.resolve('Visa'),
    charge: never,
    refund: () => Promise.reject(new ProviderAway('away')),
  };

  const { waiting } = await settleAll(provider, SILENT, 3);
  expect(waiting.size).toBe(20);
});

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

test('cards that never answer do not keep the breaker open for those that do', async () => {
  const provider: PaymentProvider = {
    findCard: () => Promise.resolve('Visa'),
    charge: ({ idempotencyKey }) =>
      idempotencyKey.startsWith('silent')
        ? new Promise(() => undefined)
        : Promise.resolve({ status: 'CHARGED' }),
    refund: () => Promise.resolve({ wasCharged: false }),
  };
  const guard = guardProvider(provider, {
    timeoutMs: 5,
    // Open for longer than one call goes on trying.
    breaker: { failures: 2, openMs: 400 },
    onAttempt: () => undefined,
  });
  const waiting = new Set(['silent-1', 'silent-2', 'order-1']);

  // As the bus does: what could not be done is handed over again, in the same order.
  for (let round = 0; round < 400 && waiting.size > 0; round++) {
    await Promise.all(
      Array.from(waiting, async (idempotencyKey) => {
        const charge = guard.charge({ ...request, idempotencyKey });
        const answer = await charge.catch(() => undefined);
        if (answer === undefined) return;
        await guard.refund(idempotencyKey);
        waiting.delete(idempotencyKey);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }

  expect(waiting).toEqual(new Set());
});

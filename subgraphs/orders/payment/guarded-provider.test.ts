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

import { GraphQLError } from 'graphql';
import { AppError } from '../../platform/errors.ts';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { InvalidDocument } from './documents.ts';
import { createInputBudget, type Sender } from './input-budget.ts';
import { createRateLimit } from './rate-limit.ts';
import { createRefusals, refusal } from './refusals.ts';

const KB = 1_000;
const partner = (pointsPerMinute?: number): Viewer => ({
  kind: 'partner',
  partnerKeyId: 'k',
  scopes: [],
  pointsPerMinute,
});
const from = (address: string, viewer: Viewer = ANONYMOUS): Sender => ({
  viewer,
  address,
  requestId: 'r',
});

function budget({ address = 10, isReportOnly = false } = {}) {
  const clock = { ms: 0 };
  const metrics = createMetrics();
  const refusals = createRefusals(metrics, silentLog);
  const now = () => clock.ms;
  const rateLimit = createRateLimit({ redis: undefined, log: silentLog, metrics, now });
  const rates = { address, user: 20, registered: 1_000, partner: 30 };
  return { ...createInputBudget({ rateLimit, refusals, rates, isReportOnly }), clock, metrics };
}

function codeOf(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
}

const mistake = refusal('BAD_USER_INPUT', 'a mistake');

test('a body takes a point for each 10 KB, and a small one nothing', async () => {
  const input = budget();

  for (let times = 0; times < 1_000; times += 1) {
    expect(input.takeBytes(from('a'), 9_999)).toBeUndefined();
  }
  await input.takeBytes(from('a'), 99_999);
  await input.takeBytes(from('a'), 10 * KB);
  await expect(input.takeBytes(from('a'), 10 * KB)).rejects.toMatchObject({
    extensions: { code: 'RATE_LIMITED', limit: 10, retryAfterSeconds: 65 },
  });
  await input.takeBytes(from('b'), 10 * KB);
});

test('who has used it up is known without asking, until there is room again', async () => {
  const input = budget();
  const a = from('a');
  for (let times = 0; times < 10; times += 1) await input.takeRefusal(a, mistake);
  expect(() => input.requireRoom(a, 0)).not.toThrow();
  await input.takeRefusal(a, mistake);

  expect(() => input.requireRoom(a, 0)).toThrow('try again in 65 s');
  expect(() => input.requireRoom(from('b'), 1_000 * KB)).not.toThrow();
  input.clock.ms += 64_000;
  expect(() => input.requireRoom(a, 0)).toThrow('try again in 1 s');
  input.clock.ms += 1_000;
  expect(() => input.requireRoom(a, 0)).not.toThrow();
});

test('where there is no room for a large body there may be for a small one', async () => {
  const input = budget();
  const a = from('a');
  await input.takeBytes(a, 80 * KB);
  await expect(input.takeBytes(a, 50 * KB)).rejects.toThrow('10 points');

  expect(() => input.requireRoom(a, 50 * KB)).toThrow('10 points');
  expect(() => input.requireRoom(a, 20 * KB)).not.toThrow();
  await input.takeBytes(a, 20 * KB);
});

test('a body larger than the whole budget takes all of it, and is not refused for ever', async () => {
  const input = budget();
  await input.takeBytes(from('a'), 1_000 * KB);

  await expect(input.takeBytes(from('a'), 10 * KB)).rejects.toThrow('10 points');
  input.clock.ms += 65_000;
  await input.takeBytes(from('a'), 1_000 * KB);
});

test('users and keys have a budget of their own wherever they are, a key as large as its rate', async () => {
  const input = budget();
  const ada = from('a', { kind: 'user', userId: 'ada' } as Viewer);
  const acme = from('a', partner(50));
  await input.takeBytes(from('a'), 100 * KB);
  await expect(input.takeBytes(from('a'), 10 * KB)).rejects.toThrow('10 points');

  await input.takeBytes(ada, 200 * KB);
  await expect(input.takeBytes({ ...ada, address: 'b' }, 10 * KB)).rejects.toThrow('20 points');
  await input.takeBytes(acme, 500 * KB);
  await expect(input.takeBytes(acme, 10 * KB)).rejects.toThrow('50 points');
  expect(() => input.requireRoom(ada, 10 * KB)).toThrow('20 points');
});

test.each([
  ['a fault of the document', new InvalidDocument([mistake]), 'charged'],
  ['a fault of the request', refusal('BAD_REQUEST', 'not JSON'), 'charged'],
  ['a token that is not valid', new AppError('UNAUTHENTICATED', 'who?'), 'charged'],
  ['a rate that is used up', refusal('RATE_LIMITED', 'later'), 'free'],
  ['a part that is away', new AppError('UNAVAILABLE', 'later'), 'free'],
  [
    'an error of ours',
    new GraphQLError('oh', { extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    'free',
  ],
  ['an error of ours that nobody foresaw', new TypeError('oh'), 'free'],
])('%s', async (_name, error, outcome) => {
  const input = budget({ address: 1 });
  await input.takeRefusal(from('a'), error);
  await input.takeRefusal(from('a'), error);

  expect(codeOf(() => input.requireRoom(from('a'), 0))).toBe(
    outcome === 'charged' ? 'RATE_LIMITED' : undefined,
  );
});

test('where rates are only reported nobody is refused, and it is counted', async () => {
  const input = budget({ address: 1, isReportOnly: true });
  for (let times = 0; times < 3; times += 1) await input.takeBytes(from('a'), 10 * KB);
  input.requireRoom(from('a'), 10 * KB);

  expect(await input.metrics.metrics()).toContain(
    'gateway_refused_operations_total{reason="input",enforced="false"} 3',
  );
});

test('where there is no rate there is no budget', async () => {
  const input = budget({ address: 0 });
  for (let times = 0; times < 50; times += 1) {
    await input.takeBytes(from('a'), 1_000 * KB);
    await input.takeRefusal(from('a'), mistake);
  }
  expect(() => input.requireRoom(from('a'), 1_000 * KB)).not.toThrow();
});

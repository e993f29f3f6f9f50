import { askOnly, lettersOf, partOf, type DeadLetter, type PartMessages } from './parts.ts';

test('a group belongs to the part that its name begins with', () => {
  expect(['orders.saga', 'accounts.mailer.high', 'chat.rooms'].map(partOf)).toEqual([
    'orders',
    'accounts',
    undefined,
  ]);
});

test('asks one part alone', () => {
  expect(askOnly('catalog')).toEqual({
    accounts: false,
    catalog: true,
    inventory: false,
    orders: false,
  });
});

const part = (...times: string[]) =>
  ({
    deadLetters: { edges: times.map((failedAt) => ({ node: { failedAt } as DeadLetter })) },
  }) as unknown as PartMessages;

test('shows the letters of all parts, the latest failure first', () => {
  const letters = lettersOf([
    part('2026-03-01T12:00:00Z'),
    part('2026-03-02T12:00:00Z', '2026-02-01T12:00:00Z'),
  ]);

  expect(letters.map(({ failedAt }) => failedAt.slice(0, 10))).toEqual([
    '2026-03-02',
    '2026-03-01',
    '2026-02-01',
  ]);
});

import { createLedger } from './ledger.ts';

test('each message once and in order at both sides is nothing wrong', () => {
  const ledger = createLedger(3);
  ledger.store(1, 2);
  for (const person of [1, 2]) {
    ledger.receive(person, 1, 1);
    ledger.receive(person, 1, 2);
  }

  expect(ledger.wrong()).toEqual({ repeated: 0, early: 0 });
  expect(ledger.countMissing()).toBe(0);
  expect(ledger.lastOf(2, 1)).toBe(2);
});

test('a message that comes twice, too early, or not at all is told', () => {
  const ledger = createLedger(3);
  ledger.store(0, 3);
  ledger.receive(0, 0, 1);
  ledger.receive(0, 0, 1);
  ledger.receive(1, 0, 1);
  ledger.receive(1, 0, 3);

  expect(ledger.wrong()).toEqual({ repeated: 1, early: 1 });
  expect(ledger.countMissing()).toBe(2);
});

import { createLedger, lineOf } from './ledger.ts';

test('each message once and in order at both sides is nothing wrong', () => {
  const ledger = createLedger(3);
  const [mine, theirs] = [lineOf(1, 0), lineOf(1, 1)];
  expect([ledger.write(mine), ledger.write(theirs), ledger.write(mine)]).toEqual([1, 1, 2]);
  ledger.store(1, 3);
  for (const person of [1, 2]) {
    ledger.receive(person, theirs, 1, 1);
    ledger.receive(person, mine, 2, 1);
    ledger.receive(person, mine, 3, 2);
  }

  expect(ledger.wrong()).toEqual({ repeated: 0, early: 0, disordered: 0 });
  expect(ledger.countMissing()).toBe(0);
  expect(ledger.written()).toBe(3);
  expect(ledger.lastOf(2, 1)).toBe(3);
});

test('a message that comes twice, too early, or not at all is told', () => {
  const ledger = createLedger(3);
  const line = lineOf(0, 0);
  ledger.store(0, 3);
  ledger.receive(0, line, 1, 1);
  ledger.receive(0, line, 1, 1);
  ledger.receive(1, line, 1, 1);
  ledger.receive(1, line, 3, 3);

  expect(ledger.wrong()).toEqual({ repeated: 1, early: 1, disordered: 0 });
  expect(ledger.countMissing()).toBe(2);
});

test.each([
  ['in another order than they were written', [2, 1]],
  ['without one of them', [1, 3]],
  ['with one of them twice', [1, 1]],
])('messages stored %s are told, though their sequences have no gap', (_what, numbers) => {
  const ledger = createLedger(3);
  for (const [index, number] of numbers.entries()) {
    ledger.receive(0, lineOf(0, 1), index + 1, number);
  }

  expect(ledger.wrong()).toMatchObject({ repeated: 0, early: 0 });
  expect(ledger.wrong().disordered).toBeGreaterThan(0);
});

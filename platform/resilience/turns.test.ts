import { setImmediate as nextTurn } from 'node:timers/promises';
import { createTurns } from './turns.ts';

test('so much at a time, in order, and a failure gives its place on', async () => {
  const takeTurns = createTurns(2);
  const started: number[] = [];
  const works = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
  const results = works.map((work, index) =>
    takeTurns(() => {
      started.push(index);
      return work.promise;
    }),
  );
  const outcomes = Promise.allSettled(results);
  await nextTurn();
  expect(started).toEqual([0, 1]);

  works[1]?.reject(new Error('lost'));
  await nextTurn();
  expect(started).toEqual([0, 1, 2]);
  for (const [index, { resolve }] of works.entries()) resolve(index);
  expect((await outcomes).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);

  expect(await takeTurns(() => Promise.resolve('free again'))).toBe('free again');
});

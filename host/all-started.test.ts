import { setImmediate } from 'node:timers/promises';
import { allStarted } from './all-started.ts';

test('gives what each of them started, in their order', async () => {
  expect(await allStarted([Promise.resolve('postgres'), undefined, 6379])).toEqual([
    'postgres',
    undefined,
    6379,
  ]);
});

test('one that fails is thrown when the slower ones have started, which can then be stopped', async () => {
  const started: string[] = [];
  const slow = async () => {
    await setImmediate();
    started.push('slow');
  };

  await expect(allStarted([Promise.reject(new Error('no port')), slow()])).rejects.toThrow(
    'no port',
  );
  expect(started).toEqual(['slow']);
});

test('tells all that went wrong at once', async () => {
  const starts = [
    Promise.reject(new Error('port 1 is taken')),
    Promise.reject(new Error('port 2 is taken')),
  ];

  await expect(allStarted(starts)).rejects.toThrow('port 1 is taken\nport 2 is taken');
});

import { createTellMeanwhile } from './tell-meanwhile.ts';

const MANY = 50;

test('nobody waits for what is told, and a failure is nobody else’s', async () => {
  const tell = createTellMeanwhile();
  const never = Promise.withResolvers<void>();

  await tell(() => never.promise);
  await tell(() => Promise.reject(new Error('Redis is away')));
  let isTold = false;
  await tell(() => {
    isTold = true;
    return Promise.resolve();
  });

  expect(isTold).toBe(true);
});

test('so many are under way at most: the next waits for a free place', async () => {
  const tell = createTellMeanwhile();
  const first = Promise.withResolvers<void>();
  const others = Promise.withResolvers<void>();
  await tell(() => first.promise);
  for (let other = 1; other < MANY; other++) await tell(() => others.promise);
  let isTold = false;
  const last = tell(() => {
    isTold = true;
    return Promise.resolve();
  });
  await Promise.resolve();
  expect(isTold).toBe(false);

  first.reject(new Error('Redis is away'));
  await last;

  expect(isTold).toBe(true);
  others.resolve();
});

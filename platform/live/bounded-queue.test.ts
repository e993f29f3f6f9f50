import { createBoundedQueue } from './bounded-queue.ts';

test('hands items over in order, those that wait and those that come later', async () => {
  const queue = createBoundedQueue<number>(10);
  queue.push(1);
  const later = [queue.next(), queue.next()];
  queue.push(2);

  expect(await Promise.all(later)).toEqual([
    { done: false, value: 1 },
    { done: false, value: 2 },
  ]);
});

test('drops the oldest when it is full, and says so', async () => {
  let drops = 0;
  const queue = createBoundedQueue<number>(2, undefined, () => drops++);
  for (const item of [1, 2, 3]) queue.push(item);

  expect(drops).toBe(1);
  expect(await queue.next()).toEqual({ done: false, value: 2 });
});

test('the end reaches who waits, and is told once', async () => {
  let ends = 0;
  const queue = createBoundedQueue<number>(2, () => ends++);
  const waiting = queue.next();
  queue.end();
  await queue.return?.();

  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(ends).toBe(1);
});

test('finishing hands over what waits before the end', async () => {
  const queue = createBoundedQueue<number>(2);
  queue.push(1);
  queue.finish();
  queue.push(2);

  expect(await queue.next()).toEqual({ done: false, value: 1 });
  expect(await queue.next()).toEqual({ done: true, value: undefined });
});

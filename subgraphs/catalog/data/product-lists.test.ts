import { createProductLists } from './product-lists.ts';

function listsAt() {
  const clock = { ms: 1_000 };
  const lists = createProductLists<number>({ freshMs: 2_000, clock: () => clock.ms });
  let reads = 0;
  const read = () => Promise.resolve((reads += 1));
  return { clock, lists, read };
}

test('a crowd reads a list once, and again when it is no longer fresh', async () => {
  const { clock, lists, read } = listsAt();
  const crowd = Array.from({ length: 50 }, () => lists.get('newest', read));
  expect(new Set(await Promise.all(crowd))).toEqual(new Set([1]));
  expect(await lists.get('cheapest', read)).toBe(2);

  clock.ms += 2_001;
  expect(await lists.get('newest', read)).toBe(3);
});

test('what was being read when a product changed is not kept', async () => {
  const { lists, read } = listsAt();
  const slow = Promise.withResolvers<number>();
  const old = lists.get('newest', () => slow.promise);
  lists.forget();
  slow.resolve(-1);
  expect(await old).toBe(-1);

  expect(await lists.get('newest', read)).toBe(1);
});

test('a read that failed is not kept', async () => {
  const { lists, read } = listsAt();
  await expect(lists.get('newest', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await lists.get('newest', read)).toBe(1);
});

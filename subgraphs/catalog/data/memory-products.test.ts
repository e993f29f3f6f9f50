import type { Product } from '../domain/product.ts';
import { createMemoryProducts } from './memory-products.ts';

const product = (id: string, revision = 1) => ({ id, revision }) as Product;

function memoryAt(options: { maxProducts?: number } = {}) {
  const clock = { ms: 1_000 };
  const memory = createMemoryProducts({
    maxProducts: 2,
    freshMs: 5_000,
    clock: () => clock.ms,
    ...options,
  });
  return { clock, memory };
}

test('serves a product until it is no longer fresh', () => {
  const { clock, memory } = memoryAt();
  memory.keep(product('a'));
  clock.ms += 5_000;
  expect(memory.get('a')).toEqual(product('a'));
  clock.ms += 1;
  expect(memory.get('a')).toBeUndefined();
});

test('holds no more than its bound: what was not read for longest goes', () => {
  const { memory } = memoryAt();
  memory.keep(product('a'));
  memory.keep(product('b'));
  memory.get('a');
  memory.keep(product('c'));

  expect(['a', 'b', 'c'].map((id) => memory.get(id)?.id)).toEqual(['a', undefined, 'c']);
});

test('takes nothing older than what it has, or than what it was told of', () => {
  const { memory } = memoryAt();
  memory.keep(product('a', 3));
  memory.keep(product('a', 2));
  expect(memory.get('a')?.revision).toBe(3);

  memory.setFloor('a', 5);
  expect(memory.get('a')).toBeUndefined();
  memory.keep(product('a', 4));
  expect(memory.get('a')).toBeUndefined();
  memory.setFloor('a', 1);
  expect(memory.isOutdated(product('a', 4))).toBe(true);
  memory.keep(product('a', 5));
  expect(memory.get('a')?.revision).toBe(5);
});

test('ids of nothing push no product out, and are forgotten when the product comes to be', () => {
  const { memory } = memoryAt({ maxProducts: 1 });
  memory.keep(product('a'));
  for (let n = 0; n < 5_000; n += 1) memory.keepAbsent(`nothing-${n}`);
  expect(memory.get('a')?.id).toBe('a');
  expect(memory.get('nothing-0')).toBeUndefined();
  expect(memory.get('nothing-4999')).toBeNull();

  memory.setFloor('nothing-4999', 1);
  memory.keepAbsent('nothing-4999');
  expect(memory.get('nothing-4999')).toBeUndefined();
});

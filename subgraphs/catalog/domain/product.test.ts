import { changeProduct, type Product } from './product.ts';

const then = new Date('2026-03-01T12:00:00Z');
const now = new Date('2026-03-02T12:00:00Z');
const mug: Product = {
  id: 'p1',
  sku: 'MUG-1',
  name: 'Mug',
  description: 'Holds coffee.',
  priceCents: 1_200,
  currency: 'USD',
  categoryId: 'c1',
  imageUrl: '/media/mug.svg',
  status: 'ACTIVE',
  isInStock: true,
  version: 3,
  revision: 7,
  createdAt: then,
  updatedAt: then,
};

test('a change counts up version and revision and keeps the rest', () => {
  expect(changeProduct(mug, { priceCents: 900 }, 3, now)).toEqual({
    outcome: 'CHANGED',
    event: 'product.updated',
    product: { ...mug, priceCents: 900, version: 4, revision: 8, updatedAt: now },
  });
});

test('refuses a change that is based on an older version', () => {
  expect(changeProduct(mug, { priceCents: 900 }, 2, now)).toEqual({ outcome: 'CONFLICT' });
});

test('a change to what it is already changes nothing', () => {
  expect(changeProduct(mug, { name: 'Mug', status: 'ACTIVE' }, 3, now)).toEqual({
    outcome: 'SAME',
  });
  expect(changeProduct(mug, {}, 3, now)).toEqual({ outcome: 'SAME' });
});

test('tells when a product leaves the shop, and only then', () => {
  const archived = { ...mug, status: 'ARCHIVED' } as const;

  expect(changeProduct(mug, { status: 'ARCHIVED' }, undefined, now)).toMatchObject({
    event: 'product.archived',
  });
  expect(changeProduct(archived, { status: 'ACTIVE' }, undefined, now)).toMatchObject({
    event: 'product.updated',
  });
  expect(changeProduct(archived, { status: 'ARCHIVED', name: 'Cup' }, 3, now)).toMatchObject({
    event: 'product.updated',
  });
});

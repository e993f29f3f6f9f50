import {
  EMPTY_PRODUCT,
  toProductChange,
  toProductFields,
  validateProduct,
} from './product-fields.ts';

const mug = {
  sku: 'MUG-1',
  name: 'Mug',
  category: 'kitchen',
  price: '12.50',
  description: 'Holds tea.',
  imageUrl: '/media/mug.svg',
};

test('a complete product has no errors', () => {
  expect(validateProduct(mug)).toEqual({});
  expect(validateProduct({ ...mug, imageUrl: '' })).toEqual({});
});

test('every missing field is named', () => {
  expect(Object.keys(validateProduct(EMPTY_PRODUCT)).toSorted()).toEqual([
    'category',
    'name',
    'price',
    'sku',
  ]);
});

test.each([
  [{ price: '0' }, 'price'],
  [{ price: '1000000.01' }, 'price'],
  [{ price: 'cheap' }, 'price'],
  [{ sku: 'a b' }, 'sku'],
  [{ imageUrl: 'https://elsewhere.example/mug.png' }, 'imageUrl'],
  [{ description: 'x'.repeat(5001) }, 'description'],
])('%j is refused', (change, field) => {
  expect(Object.keys(validateProduct({ ...mug, ...change }))).toEqual([field]);
});

test('a stored product becomes fields and a change again', () => {
  const stored = { ...mug, price: { amountCents: 1250 }, category: { slug: 'kitchen' } };
  expect(toProductFields(stored)).toEqual(mug);
  expect(toProductChange(mug)).toEqual({
    name: 'Mug',
    category: 'kitchen',
    priceCents: 1250,
    description: 'Holds tea.',
    imageUrl: '/media/mug.svg',
  });
});

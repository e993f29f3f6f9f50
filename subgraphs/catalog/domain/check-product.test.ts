import { checkProduct } from './check-product.ts';

const mug = {
  sku: 'MUG-0001',
  name: 'Mug',
  description: '',
  priceCents: 1,
  imageUrl: '/media/products/mug.svg',
};

test('accepts what the schema describes, and fields left out', () => {
  expect(checkProduct(mug)).toEqual([]);
  expect(checkProduct({ name: null })).toEqual([]);
});

test('names every mistake at once', () => {
  const wrong = {
    sku: 'no spaces',
    name: ' ',
    description: 'x'.repeat(5_001),
    priceCents: 0,
    imageUrl: 'https://elsewhere.example/mug.svg',
  };

  expect(checkProduct(wrong).map((mistake) => mistake.split(' ')[0])).toEqual(Object.keys(wrong));
});

test('a picture may not climb out of its folder', () => {
  expect(checkProduct({ imageUrl: '/media/../secrets' })).toHaveLength(1);
});

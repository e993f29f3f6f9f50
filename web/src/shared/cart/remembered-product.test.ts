import { rememberProduct, takeRememberedProduct } from './remembered-product.ts';

function openStorage() {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

test('a remembered product is given back once', () => {
  const storage = openStorage();
  rememberProduct(storage, { productId: 'mug', quantity: 2 });
  expect(takeRememberedProduct(storage)).toEqual({ productId: 'mug', quantity: 2 });
  expect(takeRememberedProduct(storage)).toBeUndefined();
});

test.each(['{', 'null', '"mug"', '{"productId":1}'])(
  'stored text that is no product is dropped: %s',
  (text) => {
    const storage = openStorage();
    rememberProduct(storage, { productId: 'mug', quantity: 2 });
    for (const key of storage.entries.keys()) storage.setItem(key, text);
    expect(takeRememberedProduct(storage)).toBeUndefined();
    expect(storage.entries.size).toBe(0);
  },
);

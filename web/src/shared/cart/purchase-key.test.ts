import { endPurchase, purchaseKey } from './purchase-key.ts';

function openStorage() {
  const entries = new Map<string, string>();
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
}

function countingKeys() {
  let count = 0;
  return () => {
    count += 1;
    return `key-${count}`;
  };
}

test('retries and reloads use one key', () => {
  const storage = openStorage();
  const newKey = countingKeys();
  expect(purchaseKey(storage, 'ada', newKey)).toBe('key-1');
  expect(purchaseKey(storage, 'ada', newKey)).toBe('key-1');
});

test('a purchase that ended is followed by a new key', () => {
  const storage = openStorage();
  const newKey = countingKeys();
  purchaseKey(storage, 'ada', newKey);
  endPurchase(storage);
  expect(purchaseKey(storage, 'ada', newKey)).toBe('key-2');
});

test('another viewer of the same tab gets a key of their own', () => {
  const storage = openStorage();
  const newKey = countingKeys();
  purchaseKey(storage, 'ada', newKey);
  expect(purchaseKey(storage, 'grace', newKey)).toBe('key-2');
});

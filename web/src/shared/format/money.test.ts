import { formatMoney, parsePriceCents } from './money.ts';

test.each([
  [1999, 'USD', '$19.99'],
  [5, 'USD', '$0.05'],
  [123_456_789, 'USD', '$1,234,567.89'],
  [-250, 'EUR', '-€2.50'],
  [1999, 'JPY', '¥1,999'],
])('%i minor units of %s read %s', (amountCents, currency, text) => {
  expect(formatMoney({ amountCents, currency })).toBe(text);
});

test.each([
  ['12', 1200],
  ['12.5', 1250],
  [' 12,50 ', 1250],
  ['0.07', 7],
  ['19.99', 1999],
])('%j is a price', (text, cents) => {
  expect(parsePriceCents(text)).toBe(cents);
});

test.each(['', 'free', '-1', '1.999', '1e3', '.5', '12345678901'])('%j is no price', (text) => {
  expect(parsePriceCents(text)).toBeUndefined();
});

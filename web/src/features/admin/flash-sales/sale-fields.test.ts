import { EMPTY_SALE, toSaleInput, validateSale } from './sale-fields.ts';

test('a sale without a beginning begins at once, and lasts as long as it says', () => {
  const now = new Date('2026-03-01T12:00:00.000Z');
  const fields = { ...EMPTY_SALE, productId: 'p', units: 10, minutes: 30 };

  expect(toSaleInput(fields, 990, now)).toEqual({
    productId: 'p',
    priceCents: 990,
    units: 10,
    limitPerUser: 1,
    startsAt: '2026-03-01T12:00:00.000Z',
    endsAt: '2026-03-01T12:30:00.000Z',
  });
});

test('says what it expects of each field', () => {
  expect(validateSale.productId(null)).toBe('Choose a product');
  expect(validateSale.price('free')).toBe('A price, such as 9.90');
  expect(validateSale.units('')).toBe('At least one unit');
  expect(validateSale.limitPerUser(100)).toBe('From 1 to 99');
  expect(validateSale.minutes(1.5)).toBe('From one minute to a week');
  expect(validateSale.units(5)).toBeNull();
});

import { cancellationReason } from '#schema/events/order-events.ts';
import { causeOf, occasionOf } from './occasion.ts';
import { writeNotification } from './write-notification.ts';

const order = { orderId: '0190a0a0-0000-7000-8000-0000deadbeef', userId: 'ada' };

test('a confirmation says what was paid, in the money of the order', () => {
  const paid = { kind: 'ORDER_CONFIRMED', ...order, totalCents: 123_456, currency: 'EUR' } as const;

  expect(writeNotification(paid, 'Ada')).toEqual({
    subject: 'Order DEADBEEF is confirmed',
    body: expect.stringMatching(/^Hello Ada,\n\n.*€1,234\.56 .*\n\nYour Plaza team$/s) as string,
  });
  expect(writeNotification({ ...paid, totalCents: 500, currency: 'JPY' }, 'Ada').body).toContain(
    '¥500 ',
  );
});

test.each(cancellationReason.options)('a cancellation explains %s in words', (reason) => {
  const { body } = writeNotification({ kind: 'ORDER_CANCELLED', ...order, reason }, 'Ada');

  expect(body).toMatch(/cancelled: [a-z ,]{8,}\./);
  expect(body).not.toContain(reason);
});

test('a shipment names carrier and tracking number', () => {
  const occasion = occasionOf({
    type: 'order.shipped',
    data: { ...order, carrier: 'Swift', trackingNumber: 'SW1' },
  });

  expect(occasion && writeNotification(occasion, 'Ada').body).toMatch(/Swift.*SW1/s);
});

test('one cause however often a step is announced, another for every step and order', () => {
  const delivered = { kind: 'ORDER_DELIVERED', ...order } as const;

  expect(causeOf(delivered)).toBe(causeOf({ ...delivered }));
  expect(causeOf(delivered)).not.toBe(causeOf({ ...delivered, orderId: 'other' }));
  expect(causeOf(delivered)).not.toBe(
    causeOf({ ...delivered, kind: 'ORDER_CANCELLED', reason: 'STALLED' }),
  );
});

test('steps that only the machinery cares about are no occasion', () => {
  expect(occasionOf({ type: 'order.processing', data: order })).toBeUndefined();
  expect(
    occasionOf({ type: 'user.updated', data: { userId: 'ada', name: 'Ada' } }),
  ).toBeUndefined();
});

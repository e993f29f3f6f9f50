import { orderSteps, type TimelineEntry } from './order-steps.ts';
import type { OrderStatus } from './order-status.ts';

function noted(...statuses: OrderStatus[]): TimelineEntry[] {
  return statuses.map((status, index) => ({
    status,
    at: `2026-03-01T12:00:0${index}.000Z`,
    message: `${status} noted`,
  }));
}

function states(status: OrderStatus, timeline: TimelineEntry[]) {
  return orderSteps(status, timeline).map((step) => `${step.status} ${step.state}`);
}

test('an order on its way shows what is behind it and what is ahead', () => {
  expect(states('CONFIRMED', noted('PENDING', 'AWAITING_PAYMENT', 'CONFIRMED'))).toEqual([
    'PENDING done',
    'AWAITING_PAYMENT done',
    'CONFIRMED current',
    'PROCESSING ahead',
    'SHIPPED ahead',
    'DELIVERED ahead',
  ]);
});

test('a delivered order has nothing left to wait for', () => {
  expect(states('DELIVERED', []).every((state) => state.endsWith('done'))).toBe(true);
});

test('a cancelled order shows how far it came, and no step ahead', () => {
  const timeline = noted('PENDING', 'AWAITING_PAYMENT', 'CANCELLED');
  expect(states('CANCELLED', timeline)).toEqual([
    'PENDING done',
    'AWAITING_PAYMENT done',
    'CANCELLED stopped',
  ]);
});

test('a step carries when it was reached and all that was noted there', () => {
  const timeline = noted('PENDING', 'PENDING', 'AWAITING_PAYMENT');
  expect(orderSteps('AWAITING_PAYMENT', timeline)[0]).toMatchObject({
    at: '2026-03-01T12:00:00.000Z',
    messages: ['PENDING noted', 'PENDING noted'],
  });
});

test('a step that was passed without a note is done, at an unknown time', () => {
  expect(orderSteps('SHIPPED', noted('PENDING'))[2]).toMatchObject({
    status: 'CONFIRMED',
    state: 'done',
    at: undefined,
    messages: [],
  });
});

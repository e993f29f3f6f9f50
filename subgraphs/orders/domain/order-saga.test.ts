import type { OrderEvent } from '#schema/events/order-events.ts';
import { announceAgain, announcesLines, decide, evolve, type SagaEvent } from './order-saga.ts';
import { ORDER_STATUSES, type OrderState, type OrderStatus } from './order.ts';

const orderId = 'order-1';
const now = new Date('2026-03-01T12:00:00.000Z');
const parcel = { shipmentId: 'parcel-1', carrier: 'DHL', trackingNumber: 'PZ1' };

/** An order in a status, with what belongs to it. */
function order(status: OrderStatus, more: Partial<OrderState> = {}): OrderState {
  const isShipping = ['PROCESSING', 'SHIPPED', 'DELIVERED'].includes(status);
  return {
    id: orderId,
    userId: 'ada',
    status,
    lines: [{ productId: 'mug', name: 'Mug', quantity: 2, unitPriceCents: 1_500 }],
    totalCents: 3_499,
    currency: 'USD',
    cancellationReason: status === 'CANCELLED' ? 'CUSTOMER_REQUEST' : null,
    estimatedDeliveryAt: null,
    isStockCommitted: isShipping,
    parcel: isShipping ? parcel : null,
    shipmentAttempt: 1,
    isRefundRequested: false,
    isRefunded: false,
    placedAt: now,
    updatedAt: now,
    version: 3,
    ...more,
  };
}

const on = {
  reserved: { type: 'inventory.reserved', data: { orderId, expiresAt: now.toISOString() } },
  soldOut: {
    type: 'inventory.failed',
    data: { orderId, missing: [{ productId: 'mug', requested: 2, available: 1 }] },
  },
  expired: { type: 'inventory.released', data: { orderId, reason: 'EXPIRED' } },
  released: { type: 'inventory.released', data: { orderId, reason: 'CANCELLED' } },
  committed: { type: 'inventory.committed', data: { orderId } },
  stockChanged: {
    type: 'inventory.stock_changed',
    data: { productId: 'mug', available: 1, version: 1 },
  },
  paid: { type: 'payment.succeeded', data: { orderId, amountCents: 3_499 } },
  declined: { type: 'payment.failed', data: { orderId, failure: 'CARD_DECLINED' } },
  refunded: { type: 'payment.refunded', data: { orderId, amountCents: 3_499 } },
  booked: {
    type: 'shipment.created',
    data: { orderId, ...parcel, estimatedDeliveryAt: '2026-03-03T12:00:00.000Z' },
  },
  left: { type: 'shipment.in_transit', data: { orderId, ...parcel } },
  arrived: { type: 'shipment.delivered', data: { orderId, shipmentId: 'parcel-1' } },
  cameBack: { type: 'shipment.failed', data: { orderId, shipmentId: 'parcel-1', attempt: 1 } },
  customerCancels: { type: 'order.cancel_requested', data: { orderId, by: 'CUSTOMER' } },
  adminCancels: { type: 'order.cancel_requested', data: { orderId, by: 'ADMIN' } },
  refundCommanded: { type: 'order.refund_commanded', data: { orderId } },
  givenUp: { type: 'order.given_up', data: { orderId } },
} as const satisfies Record<string, SagaEvent>;

type Occasion = keyof typeof on;

/** The status, reason and events after an occasion; undefined when nothing happens. */
function after(given: OrderState, occasion: Occasion) {
  const decision = decide(given, on[occasion]);
  if (decision === undefined) return undefined;
  const { order: next, entry } = evolve(given, decision, now);
  return {
    status: next.status,
    reason: next.cancellationReason,
    events: decision.events.map(({ type }) => type),
    entry: entry?.status,
  };
}

const moved = (status: OrderStatus, event: OrderEvent['type']) => ({
  status,
  reason: null,
  events: [event],
  entry: status,
});
const cancelled = (reason: string) => ({
  status: 'CANCELLED',
  reason,
  events: ['order.cancelled'],
  entry: 'CANCELLED',
});

/** All that happens; every other pair of status and occasion is a "nothing happens". */
const happenings: Partial<Record<OrderStatus, Partial<Record<Occasion, unknown>>>> = {
  PENDING: {
    reserved: moved('AWAITING_PAYMENT', 'order.awaiting_payment'),
    soldOut: cancelled('OUT_OF_STOCK'),
    expired: cancelled('RESERVATION_EXPIRED'),
    customerCancels: cancelled('CUSTOMER_REQUEST'),
    adminCancels: cancelled('ADMIN_REQUEST'),
    givenUp: cancelled('STALLED'),
  },
  AWAITING_PAYMENT: {
    soldOut: cancelled('OUT_OF_STOCK'),
    expired: cancelled('RESERVATION_EXPIRED'),
    paid: moved('CONFIRMED', 'order.confirmed'),
    declined: cancelled('PAYMENT_DECLINED'),
    customerCancels: cancelled('CUSTOMER_REQUEST'),
    adminCancels: cancelled('ADMIN_REQUEST'),
    givenUp: cancelled('STALLED'),
  },
  CONFIRMED: {
    soldOut: cancelled('OUT_OF_STOCK'),
    committed: { status: 'CONFIRMED', reason: null, events: [], entry: undefined },
    booked: { status: 'CONFIRMED', reason: null, events: [], entry: undefined },
    refunded: cancelled('PAYMENT_TIMED_OUT'),
    customerCancels: cancelled('CUSTOMER_REQUEST'),
    adminCancels: cancelled('ADMIN_REQUEST'),
  },
  PROCESSING: {
    left: moved('SHIPPED', 'order.shipped'),
    arrived: moved('DELIVERED', 'order.delivered'),
    cameBack: moved('CONFIRMED', 'order.confirmed'),
    refunded: cancelled('PAYMENT_TIMED_OUT'),
    customerCancels: cancelled('CUSTOMER_REQUEST'),
    adminCancels: cancelled('ADMIN_REQUEST'),
  },
  SHIPPED: {
    arrived: moved('DELIVERED', 'order.delivered'),
    cameBack: moved('CONFIRMED', 'order.confirmed'),
    refundCommanded: moved('SHIPPED', 'order.refund_requested'),
  },
  DELIVERED: { refundCommanded: moved('DELIVERED', 'order.refund_requested') },
  CANCELLED: {
    paid: {
      status: 'CANCELLED',
      reason: 'CUSTOMER_REQUEST',
      events: ['order.cancelled'],
      entry: undefined,
    },
    refunded: { status: 'CANCELLED', reason: 'CUSTOMER_REQUEST', events: [], entry: 'CANCELLED' },
  },
};

const statuses: OrderStatus[] = [
  'PENDING',
  'AWAITING_PAYMENT',
  'CONFIRMED',
  'PROCESSING',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
];
const occasions = Object.keys(on) as Occasion[];
const pairs = statuses.flatMap((status) =>
  occasions.map((occasion) => [status, occasion, happenings[status]?.[occasion]] as const),
);

test.each(pairs.filter(([, , outcome]) => outcome !== undefined))(
  'given %s, when %s, then %j',
  (status, occasion, outcome) => {
    expect(after(order(status), occasion)).toEqual(outcome);
  },
);

test.each(pairs.filter(([, , outcome]) => outcome === undefined))(
  'given %s, when %s, then nothing happens',
  (status, occasion) => {
    expect(decide(order(status), on[occasion])).toBeUndefined();
  },
);

test('packing begins when the stock is sold and the parcel is announced, in either order', () => {
  const booked = order('CONFIRMED', { parcel });
  const committed = order('CONFIRMED', { isStockCommitted: true });

  expect(after(booked, 'committed')).toEqual(moved('PROCESSING', 'order.processing'));
  expect(after(committed, 'booked')).toEqual(moved('PROCESSING', 'order.processing'));
});

test('an order whose stock is sold is not cancelled by a late "sold out"', () => {
  expect(after(order('CONFIRMED', { isStockCommitted: true }), 'soldOut')).toBeUndefined();
});

test('repeated answers of inventory and carrier change a confirmed order once', () => {
  expect(after(order('CONFIRMED', { isStockCommitted: true }), 'committed')).toBeUndefined();
  expect(after(order('CONFIRMED', { parcel }), 'booked')).toBeUndefined();
});

test('the estimated delivery comes with the parcel and goes with a cancellation', () => {
  const booked = decide(order('CONFIRMED'), on.booked);
  expect(booked?.changes.estimatedDeliveryAt).toEqual(new Date('2026-03-03T12:00:00.000Z'));

  const given = order('PROCESSING', { estimatedDeliveryAt: now });
  expect(decide(given, on.customerCancels)?.changes.estimatedDeliveryAt).toBeNull();
});

test.each([
  ['CARD_DECLINED', 'PAYMENT_DECLINED'],
  ['INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS'],
  ['TIMED_OUT', 'PAYMENT_TIMED_OUT'],
] as const)('a payment that fails by %s cancels by %s', (failure, reason) => {
  const event = { type: 'payment.failed', data: { orderId, failure } } as const;

  expect(decide(order('AWAITING_PAYMENT'), event)?.changes.cancellationReason).toBe(reason);
});

test('a parcel that comes back makes another one, up to the third', () => {
  const second = decide(order('SHIPPED'), on.cameBack);
  expect(second?.changes).toMatchObject({ status: 'CONFIRMED', shipmentAttempt: 2, parcel: null });

  expect(after(order('SHIPPED', { shipmentAttempt: 3 }), 'cameBack')).toEqual(
    cancelled('SHIPMENT_FAILED'),
  );
});

test.each(['left', 'arrived', 'cameBack'] as const)(
  'news of an earlier parcel (%s) change nothing',
  (occasion) => {
    const current = { ...parcel, shipmentId: 'parcel-2' };

    expect(after(order('PROCESSING', { parcel: current }), occasion)).toBeUndefined();
    expect(after(order('SHIPPED', { parcel: current }), occasion)).toBeUndefined();
  },
);

test('a charge that is told after the refund asks for no second refund', () => {
  expect(after(order('CANCELLED', { isRefunded: true }), 'paid')).toBeUndefined();
});

test('a shipped order is refunded once, and stays where it is', () => {
  const asked = order('DELIVERED', { isRefundRequested: true });

  expect(after(asked, 'refundCommanded')).toBeUndefined();
  expect(after(asked, 'refunded')).toEqual({
    status: 'DELIVERED',
    reason: null,
    events: [],
    entry: 'DELIVERED',
  });
  expect(after({ ...asked, isRefunded: true }, 'refunded')).toBeUndefined();
});

test('a parcel that comes back of a refunded order is not sent again', () => {
  const asked = order('SHIPPED', { isRefundRequested: true });
  expect(after(asked, 'cameBack')).toEqual(cancelled('SHIPMENT_FAILED'));
});

const typesOf = (given: OrderState) => announceAgain(given).events.map(({ type }) => type);

test('a refund that is on its way is asked for again', () => {
  const asked = { isRefundRequested: true };

  expect(typesOf(order('SHIPPED', asked))).toEqual(['order.shipped', 'order.refund_requested']);
  expect(typesOf(order('DELIVERED', asked))).toEqual(['order.refund_requested']);
  expect(typesOf(order('CANCELLED', asked))).toEqual(['order.cancelled']);
  expect(typesOf(order('DELIVERED', { ...asked, isRefunded: true }))).toEqual(['order.delivered']);
});

test('a refund is told once', () => {
  expect(after(order('CANCELLED', { isRefunded: true }), 'refunded')).toBeUndefined();
});

test('announcing again says where the order is and changes nothing', () => {
  expect(statuses.map((status) => announceAgain(order(status)))).toEqual(
    [
      'order.created',
      'order.awaiting_payment',
      'order.confirmed',
      'order.processing',
      'order.shipped',
      'order.delivered',
      'order.cancelled',
    ].map((type) => ({ changes: {}, events: [expect.objectContaining({ type })] })),
  );
});

test('every decision counts one version', () => {
  const given = order('PENDING');
  const decision = decide(given, on.reserved);

  expect(decision && evolve(given, decision, now).order.version).toBe(given.version + 1);
});

const without = (status: OrderStatus) => order(status, { lines: null });

test('lines are needed by none but the events that may confirm an order', () => {
  for (const event of Object.values(on).filter((each) => !announcesLines(each))) {
    for (const status of ORDER_STATUSES) expect(() => decide(without(status), event)).not.toThrow();
  }
  expect(() => decide(without('AWAITING_PAYMENT'), on.paid)).toThrow(/without what belongs/);
  expect(() => decide(without('SHIPPED'), on.cameBack)).toThrow(/without what belongs/);
});

import { decideBatch } from './decide-batch.ts';
import type { Reservation, ReservationCommand } from './reservation.ts';
import type { StockLevel } from './stock-level.ts';

const clock = { now: new Date('2026-03-01T12:00:00.000Z'), holdMs: 600_000 };
const expiresAt = new Date('2026-03-01T12:10:00.000Z');

const mugs: StockLevel = {
  productId: 'mug',
  warehouseId: 'ber',
  available: 3,
  reserved: 0,
  sold: 0,
  received: 3,
};
const order = (quantity: number) => [{ productId: 'mug', quantity }];
const reserve = (orderId: string, quantity: number): ReservationCommand => ({
  kind: 'RESERVE',
  orderId,
  order: order(quantity),
});

test('decides each order on what those before it have left', () => {
  const commands = [reserve('o1', 2), reserve('o2', 2), reserve('o3', 1)];

  const decision = decideBatch(commands, { reservations: [], levels: [mugs] }, clock);

  expect(decision.answers.map(({ type }) => type)).toEqual([
    'inventory.reserved',
    'inventory.failed',
    'inventory.reserved',
  ]);
  expect(decision.deltas).toEqual([
    { productId: 'mug', warehouseId: 'ber', available: -3, reserved: 3, sold: 0 },
  ]);
});

test('lets a cancellation free units for an order behind it', () => {
  const commands: ReservationCommand[] = [
    reserve('o1', 3),
    { kind: 'CANCEL', orderId: 'o1' },
    reserve('o2', 3),
  ];

  const { created, allocated, dropped } = decideBatch(
    commands,
    { reservations: [], levels: [mugs] },
    clock,
  );

  expect(created.map(({ orderId, status }) => [orderId, status])).toEqual([
    ['o1', 'RELEASED'],
    ['o2', 'HELD'],
  ]);
  expect(allocated).toEqual([{ orderId: 'o2', productId: 'mug', warehouseId: 'ber', quantity: 3 }]);
  expect(dropped).toEqual([]);
});

test('replaces the lines of an order that expires and is paid after all', () => {
  const lines = [{ productId: 'mug', warehouseId: 'ber', quantity: 1 }];
  const known: Reservation = { orderId: 'o1', status: 'HELD', lines, expiresAt: clock.now };
  const level = { ...mugs, available: 2, reserved: 1 };

  const decision = decideBatch(
    [
      { kind: 'EXPIRE', orderId: 'o1' },
      { kind: 'COMMIT', orderId: 'o1', order: order(1) },
    ],
    { reservations: [known], levels: [level] },
    clock,
  );

  expect(decision).toMatchObject({
    created: [],
    changed: [{ orderId: 'o1', status: 'COMMITTED' }],
    dropped: ['o1'],
    allocated: [{ orderId: 'o1', quantity: 1 }],
    deltas: [{ available: 0, reserved: -1, sold: 1 }],
  });
});

test('keeps the lines of an order that is paid in time', () => {
  const lines = [{ productId: 'mug', warehouseId: 'ber', quantity: 1 }];
  const known: Reservation = { orderId: 'o1', status: 'HELD', lines, expiresAt };
  const level = { ...mugs, available: 2, reserved: 1 };

  const decision = decideBatch(
    [{ kind: 'COMMIT', orderId: 'o1', order: order(1) }],
    { reservations: [known], levels: [level] },
    clock,
  );

  expect(decision.dropped).toEqual([]);
  expect(decision.allocated).toEqual([]);
  expect(decision.changed).toMatchObject([{ orderId: 'o1', status: 'COMMITTED' }]);
});

test('writes nothing for what is only repeated', () => {
  const known: Reservation = { orderId: 'o1', status: 'RELEASED', reason: 'CANCELLED' };

  const decision = decideBatch(
    [reserve('o1', 1), { kind: 'CANCEL', orderId: 'o1' }],
    { reservations: [known], levels: [mugs] },
    clock,
  );

  expect(decision).toMatchObject({ created: [], changed: [], deltas: [] });
  expect(decision.answers).toHaveLength(2);
});

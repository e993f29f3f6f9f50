import { stepParcel, type ParcelState } from './shipment.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const clock = { now, packMs: 2_000 };
const waiting: ParcelState = { status: 'CREATED', nextStepAt: null };
const due: ParcelState = { status: 'CREATED', nextStepAt: now };
const onItsWay: ParcelState = { status: 'IN_TRANSIT', nextStepAt: now };
const arrived: ParcelState = { status: 'DELIVERED', nextStepAt: null };

test('a confirmed order is told of its parcel, wherever that is', () => {
  for (const parcel of [waiting, due, onItsWay, arrived]) {
    expect(stepParcel(parcel, 'order.confirmed', clock)).toEqual({ parcel, isTold: true });
  }
});

test('a parcel may leave once its order is processed', () => {
  const parcel = { status: 'CREATED', nextStepAt: new Date('2026-03-01T12:00:02.000Z') };
  expect(stepParcel(waiting, 'order.processing', clock)).toEqual({ parcel, isTold: false });
});

test('a parcel that may leave already keeps its time', () => {
  expect(stepParcel(due, 'order.processing', clock)).toEqual({ parcel: due, isTold: false });
});

test('an order that has not heard that its parcel left is told', () => {
  expect(stepParcel(onItsWay, 'order.processing', clock)).toMatchObject({ isTold: true });
  expect(stepParcel(onItsWay, 'order.shipped', clock)).toMatchObject({ isTold: false });
  expect(stepParcel(arrived, 'order.shipped', clock)).toMatchObject({ isTold: true });
});

test('a cancelled order stops the parcel that has not left, and no other', () => {
  const stopped = { status: 'CANCELLED', nextStepAt: null };
  expect(stepParcel(due, 'order.cancelled', clock)).toEqual({ parcel: stopped, isTold: false });
  expect(stepParcel(onItsWay, 'order.cancelled', clock)).toEqual({
    parcel: onItsWay,
    isTold: false,
  });
});

import { array, assert, integer, property } from 'fast-check';
import {
  EDGE_PX,
  isStuck,
  MAX_PHYSICAL_PX,
  moveTo,
  positionAt,
  scaleOf,
  START,
  toPhysical,
  toVirtual,
} from './scaled-scroll.ts';

const ROW_PX = 40;
const VIEW_PX = 600;
const huge = scaleOf(10_000_000, ROW_PX, VIEW_PX);
const LAST_PHYSICAL = MAX_PHYSICAL_PX - VIEW_PX;

test('a list that a browser can hold is not scaled', () => {
  const scale = scaleOf(5_000, ROW_PX, VIEW_PX);
  expect(scale.physicalPx).toBe(200_000);
  for (const px of [0, 1, 77_777, 199_400]) {
    expect(toVirtual(scale, px)).toBe(px);
    expect(toPhysical(scale, px)).toBe(px);
  }
});

test('the scrollbar reaches the first and the last of ten million rows', () => {
  expect(huge.physicalPx).toBeLessThanOrEqual(MAX_PHYSICAL_PX);
  expect(toVirtual(huge, 0)).toBe(0);
  expect(toVirtual(huge, LAST_PHYSICAL)).toBe(400_000_000 - VIEW_PX);
  expect(toVirtual(huge, LAST_PHYSICAL / 2)).toBeCloseTo((400_000_000 - VIEW_PX) / 2, 0);
});

test('each pixel of the scrollbar stands for one place, in order', () => {
  assert(
    property(
      integer({ min: 0, max: LAST_PHYSICAL }),
      integer({ min: 1, max: 1_000 }),
      (px, more) => {
        const virtual = toVirtual(huge, px);
        expect(toVirtual(huge, px + more)).toBeGreaterThanOrEqual(virtual);
        expect(toPhysical(huge, virtual)).toBeCloseTo(px, 0);
      },
    ),
  );
});

test('a wheel moves by its pixels wherever one is, and a dragged scrollbar by its share', () => {
  const middle = positionAt(huge, 200_000_000);
  expect(moveTo(huge, middle, middle.physical + 120).virtual).toBe(200_000_120);
  // Ten turns of the wheel in one event of a busy page.
  expect(moveTo(huge, middle, middle.physical - 5_000).virtual).toBe(199_995_000);
  const dragged = moveTo(huge, START, LAST_PHYSICAL / 2);
  expect(dragged.virtual).toBeGreaterThan(190_000_000);
  // The last pixels of a jump still belong to it.
  expect(moveTo(huge, dragged, LAST_PHYSICAL / 2 + 10)).toMatchObject({ isJump: true });
});

test('any sequence of small movements ends where their sum says', () => {
  assert(
    property(
      integer({ min: 1_000_000, max: 399_000_000 }),
      array(integer({ min: -1_000, max: 1_000 }), { maxLength: 100 }),
      (start, steps) => {
        let at = positionAt(huge, start);
        for (const step of steps) at = moveTo(huge, at, at.physical + step);
        expect(at.virtual).toBe(start + steps.reduce((sum, step) => sum + step, 0));
      },
    ),
  );
});

test('near the ends nothing is scaled, and an end of the scrollbar before the end of the rows is told', () => {
  expect(positionAt(huge, EDGE_PX / 2).physical).toBe(EDGE_PX / 2);
  expect(isStuck(huge, START)).toBe(false);
  expect(isStuck(huge, { physical: 0, virtual: 5_000, isJump: false })).toBe(true);
  expect(isStuck(huge, { physical: LAST_PHYSICAL, virtual: 5_000, isJump: false })).toBe(true);
  expect(isStuck(huge, positionAt(huge, Infinity))).toBe(false);
});

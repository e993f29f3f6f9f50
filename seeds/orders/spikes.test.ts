import { DEFAULT_UNTIL, YEAR_MS } from '../plan.ts';
import { createWorld } from '../world.ts';
import { createCalendar, isBlackFriday, isCyberMonday, isHolidaySeason } from './calendar.ts';
import { createOrderMaker } from './order-seed.ts';

const SAMPLES = 400_000;
const calendar = createCalendar(DEFAULT_UNTIL);
const times = Array.from({ length: SAMPLES }, (_, index) => calendar(index / SAMPLES));

const dayOf = (time: Date) => time.toISOString().slice(0, 10);

test('Black Friday and Cyber Monday are where they are in calendars', () => {
  const days = [2024, 2025, 2026, 2027].flatMap((year) =>
    Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day))),
  );

  expect(days.filter(isBlackFriday).map(dayOf)).toEqual([
    '2024-11-29',
    '2025-11-28',
    '2026-11-27',
    '2027-11-26',
  ]);
  expect(days.filter(isCyberMonday).map(dayOf)).toEqual([
    '2024-12-02',
    '2025-12-01',
    '2026-11-30',
    '2027-11-29',
  ]);
});

test('they have five times the orders of a working day around them', () => {
  const season = Map.groupBy(times.filter(isHolidaySeason), dayOf);
  const counts = [...season].map(([day, { length }]) => ({ day: new Date(day), length }));
  const usual = counts.filter(
    ({ day }) => day.getUTCDay() % 6 !== 0 && !isBlackFriday(day) && !isCyberMonday(day),
  );
  const mean = usual.reduce((sum, { length }) => sum + length, 0) / usual.length;
  const great = counts.filter(({ day }) => isBlackFriday(day) || isCyberMonday(day));

  expect(great).toHaveLength(2);
  for (const { length } of great) expect(length / mean).toBeCloseTo(5, 1);
});

test('an hour of the evening has ten times the orders of the quietest', () => {
  const byHour = Map.groupBy(times, (time) => time.getUTCHours());
  const counts = Array.from({ length: 24 }, (_, hour) => byHour.get(hour)?.length ?? 0);

  expect(Math.max(...counts) / Math.min(...counts)).toBeCloseTo(10, 0);
  expect((byHour.get(20)?.length ?? 0) / SAMPLES).toBeCloseTo(0.1, 2);
});

/** Orders are drawn where the sales are: a year's sales of a small shop are some dozens of orders. */
test('in a flash sale its products are bought fifty times as often as at other times', () => {
  const plan = { scale: 0.02, seed: 3, until: DEFAULT_UNTIL };
  const world = createWorld(plan);
  const { order, flashSales } = createOrderMaker(world);
  const chosen = new Set(flashSales.flatMap(({ products }) => products.map(({ id }) => id)));
  let [inSales, linesInSales, others, linesOfOthers] = [0, 0, 0, 0];

  const { orders } = world.sizes;
  const start = DEFAULT_UNTIL.getTime() - YEAR_MS;
  const shareAt = createShareAt(start);
  for (const { startsAt, endsAt, products } of flashSales) {
    const wanted = new Set(products.map(({ id }) => id));
    const first = Math.ceil(shareAt(startsAt) * orders) + 1;
    const last = Math.floor(shareAt(endsAt) * orders) - 1;
    for (let index = first; index < last; index++) {
      const { lines } = order(index);
      inSales++;
      linesInSales += lines.filter(({ product }) => wanted.has(product.id)).length;
    }
  }
  for (let index = 0; index < orders; index += 8) {
    const { lines, placedAt } = order(index);
    if (flashSales.some(({ startsAt, endsAt }) => placedAt >= startsAt && placedAt < endsAt)) {
      continue;
    }
    others++;
    linesOfOthers += lines.filter(({ product }) => chosen.has(product.id)).length;
  }

  // In a sale a product of one sale is on offer, at other times those of all of them are counted.
  const rate = linesInSales / inSales;
  const usualRate = linesOfOthers / others / flashSales.length;
  expect(rate / usualRate).toBeGreaterThan(35);
  expect(rate / usualRate).toBeLessThan(65);
});

/** The inverse of the calendar, by halving. */
function createShareAt(start: number): (time: Date) => number {
  return (time) => {
    let [low, high] = time.getTime() <= start ? [0, 0] : [0, 1];
    for (let step = 0; step < 50; step++) {
      const middle = (low + high) / 2;
      if (calendar(middle) < time) low = middle;
      else high = middle;
    }
    return low;
  };
}

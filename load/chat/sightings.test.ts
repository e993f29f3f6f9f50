import { createSightings } from './sightings.ts';

test('what is done is measured until it, or something after it, is seen', () => {
  const sightings = createSightings();
  expect(sightings.expect(1, 5, performance.now() - 40)).toBe(true);
  expect(sightings.expect(1, 6, performance.now())).toBe(false);
  sightings.see(1, 4);
  sightings.see(2, 9);
  expect(sightings.latency.count).toBe(0);

  sightings.see(1, 7);

  expect(sightings.latency.count).toBe(1);
  expect(sightings.latency.percentile(50)).toBeGreaterThanOrEqual(40_000);
  expect(sightings.countUnseen()).toBe(0);
});

test('what nobody has seen is told, unless nobody was to see it', () => {
  const sightings = createSightings();
  sightings.expect(1, 0, 0);
  sightings.expect(2, 0, 0);
  sightings.forget(2);

  expect(sightings.countUnseen()).toBe(1);
});

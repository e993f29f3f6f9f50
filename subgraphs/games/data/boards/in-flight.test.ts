import { limitInFlight } from './in-flight.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('so much is under way at once, in order, and a failure gives its place on', async () => {
  const limit = limitInFlight(2);
  const begun: number[] = [];
  const ends = Array.from({ length: 4 }, () => Promise.withResolvers<number>());
  const results = ends.map(({ promise }, index) =>
    limit(() => {
      begun.push(index);
      return promise;
    }).catch((error: Error) => error.message),
  );

  await turn();
  expect(begun).toEqual([0, 1]);
  ends[1]?.reject(new Error('no'));
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.resolve(10);
  ends[2]?.resolve(12);
  await turn();
  expect(begun).toEqual([0, 1, 2, 3]);
  ends[3]?.resolve(13);
  expect(await Promise.all(results)).toEqual([10, 'no', 12, 13]);
  expect(await limit(() => Promise.resolve('later'))).toBe('later');
});

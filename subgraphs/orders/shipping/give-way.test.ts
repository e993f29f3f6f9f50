import { createGiveWay } from './give-way.ts';

function shop() {
  const state = { backlog: 0, now: 0, looks: 0 };
  const { mayMove, isCrowded } = createGiveWay({
    findBacklog: () => {
      state.looks += 1;
      return Promise.resolve(state.backlog);
    },
    now: () => new Date(state.now),
  });
  return { state, mayMove, isCrowded };
}

test('parcels move while little waits', async () => {
  const { state, mayMove } = shop();
  state.backlog = 499;
  expect(await mayMove()).toBe(true);
  expect(await mayMove()).toBe(true);
});

test('parcels wait for a crowd, and move as soon as it is served', async () => {
  const { state, mayMove, isCrowded } = shop();
  state.backlog = 500;
  expect(await isCrowded()).toBe(true);
  expect(await mayMove()).toBe(false);
  state.now += 3_999;
  expect(await mayMove()).toBe(false);
  state.backlog = 200;
  state.now += 1_000;
  expect(await isCrowded()).toBe(true);
  state.backlog = 199;
  expect(await isCrowded()).toBe(true);
  state.now += 1_000;
  expect(await isCrowded()).toBe(false);
  expect(await mayMove()).toBe(true);
});

test('under a crowd that does not end some parcels move every six seconds', async () => {
  const { state, mayMove } = shop();
  state.backlog = 50_000;
  const moved: number[] = [];
  for (state.now = 0; state.now <= 18_000; state.now += 250) {
    if (await mayMove()) moved.push(state.now);
  }
  expect(moved).toEqual([6_000, 12_000, 18_000]);
  expect(state.looks).toBe(19);
});

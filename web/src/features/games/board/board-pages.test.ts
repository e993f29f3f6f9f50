import { setImmediate } from 'node:timers/promises';
import { createBoardPages, PAGE_ROWS, PAGES_CAPACITY, type Entry } from './board-pages.ts';

const TOTAL = 10_000_000;

/** A server whose players are called by their rank, and swap places when told to. */
function server() {
  const asked: number[] = [];
  const swaps = new Map<number, number>();
  let fails = false;
  const pages = createBoardPages<Entry>({
    now: () => 0,
    fetchPage: async (fromRank, signal) => {
      asked.push(fromRank);
      await setImmediate();
      signal.throwIfAborted();
      if (fails) throw new Error('away');
      const entries = Array.from({ length: PAGE_ROWS }, (_, index) => {
        const rank = fromRank + index;
        return { rank, score: TOTAL - rank, player: { id: `p${swaps.get(rank) ?? rank}` } };
      });
      return { totalPlayers: TOTAL, period: 'all', isClosed: false, endsAt: null, entries };
    },
  });
  return { pages, asked, swaps, fail: (value: boolean) => (fails = value) };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

test('what is on the screen is read first, then its neighbours', async () => {
  const { pages, asked } = server();
  pages.show(5_000_150, 5_000_170);
  await settle();
  expect(asked).toEqual([5_000_101, 5_000_201, 5_000_001]);
  expect(pages.view().totalPlayers).toBe(TOTAL);
  expect(pages.view().entryAt(5_000_163)?.player.id).toBe('p5000163');
  expect(pages.view().entryAt(4_999_999)).toBeUndefined();
});

test('the first page of a board has no neighbour before it, the last none behind', async () => {
  const { pages, asked } = server();
  pages.show(1, 20);
  await settle();
  pages.show(TOTAL - 10, TOTAL);
  await settle();
  expect(asked).toEqual([1, 101, TOTAL - 99, TOTAL - 199]);
});

test('a flight over the whole board asks for the place where it ends, and keeps a bounded number of pages', async () => {
  const { pages, asked } = server();
  pages.show(1, 20);
  await settle();
  for (let rank = 1; rank < TOTAL; rank += 9_999) pages.show(rank, rank + 20);
  await settle();
  expect(asked.length).toBeLessThan(12);
  expect(pages.view().entryAt(asked.at(-1) ?? 0)).toBeDefined();

  for (let rank = 1; rank <= 100 * PAGE_ROWS; rank += PAGE_ROWS) {
    pages.show(rank, rank + 20);
    await settle();
  }
  const kept = Array.from({ length: 101 }, (_, index) =>
    pages.view().entryAt(index * PAGE_ROWS + 1),
  );
  expect(kept.filter((entry) => entry !== undefined).length).toBeLessThanOrEqual(PAGES_CAPACITY);
  expect(kept.at(-2)).toBeDefined();
});

test('a refresh reads what is shown again and tells who moved', async () => {
  const { pages, asked, swaps } = server();
  pages.show(1, 20);
  await settle();
  swaps.set(3, 7).set(7, 3);
  pages.refresh();
  await settle();
  expect(asked).toEqual([1, 101, 1]);
  expect(Object.fromEntries(pages.view().moves)).toEqual({
    p7: { from: 7, to: 3, at: 0 },
    p3: { from: 3, to: 7, at: 0 },
  });
  // The neighbour is as old, and is read again when it comes to be seen.
  pages.show(101, 120);
  await settle();
  expect(asked).toEqual([1, 101, 1, 101, 201]);
});

test('a new top shows at once', async () => {
  const { pages } = server();
  pages.show(1, 20);
  await settle();
  let told = 0;
  pages.subscribe(() => (told += 1));
  pages.putTop([{ rank: 1, score: 2 * TOTAL, player: { id: 'p50' } }], TOTAL);
  expect(told).toBe(1);
  expect(pages.view().entryAt(1)?.player.id).toBe('p50');
  expect(pages.view().entryAt(2)?.player.id).toBe('p1');
  expect(pages.view().moves.get('p50')).toMatchObject({ from: 50, to: 1 });
});

test('a page that could not be read is told, and read with the next refresh', async () => {
  const { pages, asked, fail } = server();
  fail(true);
  pages.show(1, 20);
  await settle();
  expect(pages.view().error).toBeDefined();
  const before = asked.length;
  await settle();
  expect(asked).toHaveLength(before);
  fail(false);
  pages.refresh();
  await settle();
  expect(pages.view().error).toBeUndefined();
  expect(pages.view().entryAt(1)).toBeDefined();
});

import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openLargeBoard } from './testing/large-board.ts';
import { openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { register } from './testing/walks.ts';

const STORY_MS = 90_000;
const TEN_MILLION = 10_000_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

const newName = () => `e2e-${randomUUID().slice(0, 8)}`;

/** A new account with a player of this name, on the page of its games. */
async function startPlaying(page: Page, username: string): Promise<void> {
  await register(page, 'Grace Hopper');
  await page.goto('/games/mine');
  await page.getByLabel(/^Player name/).fill(username);
  await page.getByRole('button', { name: 'Start playing' }).click();
  await page.getByRole('heading', { name: 'Play a game' }).waitFor();
}

async function handIn(page: Page, score: number): Promise<void> {
  await page.getByRole('combobox', { name: 'Mode' }).click();
  await page.getByRole('option', { name: 'Raid' }).click();
  await page.getByLabel(/^Score/).fill(String(score));
  await page.getByLabel(/^Duration in seconds/).fill('1800');
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('It counts').waitFor();
}

const rowOf = (page: Page, username: string) => page.getByRole('row').filter({ hasText: username });
const rankOf = async (page: Page, username: string) =>
  Number(await rowOf(page, username).getAttribute('aria-rowindex')) - 1;

test(
  'a board moves while one watches it, and players see their own place and what is next',
  async () => {
    const [watcher, first, second] = await Promise.all([shop.visit(), shop.visit(), shop.visit()]);
    const names = { first: newName(), second: newName() };
    await watcher.page.goto('/games?mode=raid&window=daily');
    await watcher.page.getByText('Live', { exact: true }).waitFor();

    await Promise.all([
      startPlaying(first.page, names.first),
      startPlaying(second.page, names.second),
    ]);
    await handIn(first.page, 29_990);
    await rowOf(watcher.page, names.first).waitFor();
    await watcher.page.getByLabel('Scores, newest first').getByText(names.first).waitFor();
    const before = await rankOf(watcher.page, names.first);

    await handIn(second.page, 30_000);
    await rowOf(watcher.page, names.second).waitFor();
    expect(await rankOf(watcher.page, names.second)).toBeLessThanOrEqual(before);
    expect(await rankOf(watcher.page, names.first)).toBe(before + 1);
    await rowOf(watcher.page, names.first).getByText('down').waitFor();

    await first.page.goto('/games?mode=raid&window=daily');
    const place = first.page.getByLabel('Your place');
    await place.getByText(`#${before + 1}`, { exact: true }).waitFor();
    await place.getByText('29,990').waitFor();
    await place.getByText(/^Next: /).waitFor();
    await place.getByText(/points to go/).waitFor();
    // It stays in sight on a screen that is too low for the board, below the header.
    await first.page.setViewportSize({ width: 390, height: 600 });
    await first.page.getByRole('table').scrollIntoViewIfNeeded();
    await first.page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    expect((await place.boundingBox())?.y).toBe(72);
    await first.page.setViewportSize({ width: 1280, height: 900 });

    await first.page.getByRole('combobox', { name: 'Find a player' }).fill(names.second);
    await first.page.getByRole('option', { name: names.second }).click();
    await first.page.locator(`[role=row][data-found]`).getByText(names.second).waitFor();

    const faults = [watcher, first, second].flatMap((visitor) => visitor.faults);
    expect(faults).toEqual([]);
    await Promise.all([watcher, first, second].map((visitor) => visitor.leave()));
  },
  STORY_MS,
);

test(
  'the week before stays readable, and does not move any more',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await page.goto('/games?mode=raid&window=weekly');
    await page.getByRole('button', { name: 'The period before' }).click();
    await page.getByText(/ players, final, ended /).waitFor();
    await rankedFirst(page).waitFor();
    expect(page.url()).toMatch(/period=\d{4}-W\d\d/);
    await page.getByLabel('Live scores').waitFor({ state: 'detached' });

    await page.reload();
    await page.getByText(/ players, final, ended /).waitFor();
    await page.getByRole('button', { name: 'The period after' }).click();
    await page.getByLabel('Live scores').waitFor();
    await page.getByText(/ players, until /).waitFor();
    expect(page.url()).not.toContain('period=');

    await page.getByRole('combobox', { name: 'Period' }).click();
    await page.getByRole('option').nth(2).click();
    await page.getByText(/, final, ended /).waitFor();
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

const rankedFirst = (page: Page) => page.locator('[role=row][aria-rowindex="2"]');

test(
  'followed players make up the board of friends',
  async () => {
    const [friend, stranger] = await Promise.all([shop.visit(), shop.visit()]);
    const names = { friend: newName(), stranger: newName() };
    await Promise.all([
      startPlaying(stranger.page, names.stranger),
      startPlaying(friend.page, names.friend),
    ]);
    await handIn(stranger.page, 12_345);
    await friend.page.getByRole('combobox', { name: 'Follow a player' }).fill(names.stranger);
    await friend.page.getByRole('option', { name: names.stranger }).click();
    await friend.page.getByRole('button', { name: `Unfollow ${names.stranger}` }).waitFor();

    await friend.page.goto('/games?mode=raid&friends=only');
    await rowOf(friend.page, names.stranger).waitFor();
    expect(await friend.page.getByRole('table').getAttribute('aria-rowcount')).toBe('2');
    await friend.page.goto('/games/mine');
    await friend.page.getByRole('button', { name: `Unfollow ${names.stranger}` }).click();
    await friend.page
      .getByRole('button', { name: `Unfollow ${names.stranger}` })
      .waitFor({ state: 'detached' });
    await Promise.all([friend, stranger].map((visitor) => visitor.leave()));
  },
  STORY_MS,
);

test(
  'ten million rows scroll to any depth, and only those on the screen exist',
  async () => {
    const { page, faults, leave } = await shop.visit();
    const board = await openLargeBoard(page, TEN_MILLION);
    await page.goto('/games?mode=raid');
    const table = page.getByRole('table', { name: 'Leaderboard of Raid' });
    const row = (number: number) => table.getByText(`player-${number}`, { exact: true });
    await row(1).waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe(String(TEN_MILLION + 1));

    await table.press('End');
    await row(TEN_MILLION).waitFor();
    await page.getByLabel('Go to rank').fill('5000000');
    await page.getByLabel('Go to rank').press('Enter');
    await row(5_000_000).waitFor();

    // A wheel moves by its pixels, also where the scrollbar stands for fifty times as many.
    await table.hover();
    const start = await topOf(page, 5_000_000);
    await page.mouse.wheel(0, 120);
    await waitUntil(async () => (await topOf(page, 5_000_000)) === start - 120);
    for (let turn = 0; turn < 50; turn += 1) {
      await page.mouse.wheel(0, 400);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    // 120 and 20,000 pixels are 503 rows.
    await row(5_000_503).waitFor();

    const ranks = await table
      .getByRole('row')
      .evaluateAll((rows) =>
        rows
          .slice(1)
          .map((one) => [Number(one.ariaRowIndex), one.getBoundingClientRect().top] as const),
      );
    expect(ranks.length).toBeLessThan(60);
    const sorted = ranks.toSorted(([one], [other]) => one - other);
    for (const [index, [rank, top]] of sorted.entries()) {
      const [firstRank, firstTop] = sorted[0] ?? [0, 0];
      expect([rank, top]).toEqual([firstRank + index, firstTop + 40 * index]);
    }

    // The scrollbar reaches everywhere, and a flight over the board asks for little of it.
    const asked = board.asked.length;
    await table.evaluate(async (element) => {
      for (let step = 1; step <= 100; step += 1) {
        element.scrollTop = (element.scrollHeight * step) / 200;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await waitUntil(async () => (await table.locator('[aria-busy]').count()) === 0);
    expect(board.asked.length - asked).toBeLessThan(10);
    await table.press('Home');
    await row(1).waitFor();
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

async function topOf(page: Page, number: number): Promise<number> {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByText(`player-${number}`, { exact: true }) });
  return (await row.boundingBox())?.y ?? Number.NaN;
}

async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('it has not come to hold within ten seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

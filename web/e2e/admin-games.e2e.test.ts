import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openFlaggedGames } from './testing/flagged-games.ts';
import { DEMO_ADMIN, openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { signIn } from './testing/walks.ts';

const STORY_MS = 90_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

const newName = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

test(
  'flagged games are decided about together, and only those that are confirmed go off the boards',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await signIn(page, DEMO_ADMIN);
    const games = await openFlaggedGames(page, ['TooFast', 'TooGood', 'JustGood']);
    await page.goto('/admin/games?tab=flags');
    const chosen = (name: string) => page.getByLabel(`Choose the game of ${name}`);
    await chosen('TooFast').waitFor();
    await page.getByText('Far more points than other games (6.9 deviations').waitFor();
    expect(await page.getByRole('button', { name: 'Confirm' }).isDisabled()).toBe(true);

    await chosen('TooFast').check();
    await chosen('TooGood').check();
    await page.getByText('2 chosen').waitFor();
    await page.getByLabel('Note').fill('nobody is that good');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('2 games go off every board.').waitFor();
    await chosen('TooFast').waitFor({ state: 'detached' });
    expect(games.removed).toEqual(['game-0', 'game-1']);

    await chosen('JustGood').check();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('Nothing to decide').waitFor();
    expect(games.removed).toHaveLength(2);

    await page.getByRole('radiogroup', { name: 'Which flags' }).getByText('Confirmed').click();
    await page.getByText('nobody is that good').first().waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
    await page.getByRole('radiogroup', { name: 'Which flags' }).getByText('Cleared').click();
    await page.getByRole('cell', { name: /JustGood/ }).waitFor();

    await page.getByRole('tab', { name: 'Scores' }).click();
    const raid = page.getByLabel('Scores of Raid');
    await raid.getByRole('img', { name: /^Games by points from 0 to 30,000/ }).waitFor();
    expect(await raid.getByText('Median').count()).toBe(1);
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

test(
  'players see the rewards of a season that administrators decide on',
  async () => {
    const [admin, player] = await Promise.all([shop.visit(), shop.visit()]);
    const name = newName('Iron');
    await signIn(admin.page, DEMO_ADMIN);
    await admin.page.goto('/admin/games?tab=seasons');
    await admin.page.getByRole('button', { name: 'Add a tier' }).click();
    await admin.page.getByLabel('Up to rank').last().fill('1');
    await admin.page.getByLabel('Name').last().fill(name);
    await admin.page.getByLabel('Coins').last().fill('25');
    await saveRewards(admin.page);
    await admin.page.getByText('Two tiers end here').first().waitFor();
    await admin.page.getByLabel('Up to rank').last().fill('9999');
    await saveRewards(admin.page);
    await admin.page.getByText('The next season that ends pays these rewards.').waitFor();

    await player.page.goto('/games?mode=raid&window=seasonal');
    const rewards = player.page.getByLabel('Rewards of the season');
    await rewards.getByText(name).waitFor();
    await rewards.getByText('up to rank 9,999').waitFor();
    await rewards.getByText('25 coins', { exact: true }).waitFor();

    await admin.page
      .getByRole('button', { name: /^Remove the tier in row/ })
      .last()
      .click();
    await saveRewards(admin.page);
    await player.page.reload();
    await rewards.waitFor();
    await rewards.getByText(name).waitFor({ state: 'detached' });
    expect([...admin.faults, ...player.faults]).toEqual([]);
    await Promise.all([admin, player].map((visitor) => visitor.leave()));
  },
  STORY_MS,
);

async function saveRewards(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save rewards' }).click();
}

test(
  'an event that is scheduled has a board that players find, and none once it is cancelled',
  async () => {
    const [admin, player] = await Promise.all([shop.visit(), shop.visit()]);
    const name = newName('Cup');
    await signIn(admin.page, DEMO_ADMIN);
    await admin.page.goto('/admin/games');
    await admin.page.getByRole('button', { name: 'New event' }).click();
    const form = admin.page.getByRole('dialog');
    await form.getByLabel(/^Name/).fill(name);
    await form.getByRole('combobox', { name: /^Mode/ }).click();
    await admin.page.getByRole('option', { name: 'Raid' }).click();
    await form.getByRole('button', { name: 'Schedule' }).click();
    const row = admin.page.getByRole('row').filter({ hasText: name });
    await row.getByText(/To come|Running/).waitFor();

    await player.page.goto('/games?mode=raid&window=daily');
    await player.page.getByRole('combobox', { name: 'Event' }).click();
    await player.page.getByRole('option', { name }).click();
    await player.page.getByRole('heading', { level: 2, name }).waitFor();
    await player.page.getByText('Points count × 2').waitFor();
    await player.page.getByText('Nobody is on this board yet').waitFor();
    expect(player.page.url()).toContain('event=');
    // A window's tab leads away from the event.
    await player.page.getByRole('tab', { name: 'Weekly' }).click();
    await player.page.getByRole('heading', { level: 2, name }).waitFor({ state: 'detached' });
    await player.page.getByRole('table', { name: 'Leaderboard of Raid' }).waitFor();

    await row.getByRole('button', { name: `Cancel ${name}` }).click();
    await row.waitFor({ state: 'detached' });
    expect([...admin.faults, ...player.faults]).toEqual([]);
    await Promise.all([admin, player].map((visitor) => visitor.leave()));
  },
  STORY_MS,
);

import { DEMO_ADMIN, openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { signIn } from './testing/walks.ts';

const STORY_MS = 90_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

test(
  'an administrator starts a campaign for nobody in particular, sees it end, and how well the cache works',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await signIn(page, DEMO_ADMIN);
    await page.goto('/admin/campaigns');
    await page.getByRole('button', { name: 'New campaign' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: 'Start' }).click();
    await form.getByText('From 1 to 200 characters').waitFor();

    const subject = `Tea week ${Date.now()}`;
    await form.getByLabel(/^Subject/).fill(subject);
    await form.getByLabel(/^Message/).fill('All teas at half their price.');
    // Nobody has it: it ends by itself, and no mailbox is filled.
    await form.getByLabel(/^Language/).fill('tlh');
    await form.getByRole('button', { name: 'Start' }).click();
    await form.waitFor({ state: 'hidden' });
    const row = page.getByRole('row').filter({ hasText: subject });
    await row.getByText('language tlh').waitFor();
    await row.getByText('Done').waitFor();

    await page.goto('/');
    await page.locator('a[href^="/products/"]').first().click();
    await page.getByRole('button', { name: /cart/i }).first().waitFor();
    await page.goto('/admin/cache');
    await page.getByRole('heading', { level: 1, name: 'Product cache' }).waitFor();
    await page.getByRole('region', { name: 'Hit rate', exact: true }).getByText('%').waitFor();
    await page.getByRole('row', { name: /^All \d/ }).waitFor();

    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

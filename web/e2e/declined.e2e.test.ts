import { openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { addFirstProduct, checkOut, register } from './testing/walks.ts';

const STORY_MS = 60_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

test(
  'an order with a declined card ends cancelled, and the page says why',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await register(page, 'Edsger Dijkstra');
    await addFirstProduct(page);
    await checkOut(page, /declined/i);

    await page.locator('[data-status="CANCELLED"]').waitFor();
    await page.getByText('Your card was declined. Nothing was charged.').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel order' }).count()).toBe(0);
    expect(await page.getByText('Delivered', { exact: true }).count()).toBe(0);

    await page.getByRole('link', { name: 'My orders' }).first().click();
    await page.getByRole('main').getByText('Cancelled', { exact: true }).first().waitFor();
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

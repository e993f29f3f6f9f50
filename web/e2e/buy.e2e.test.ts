import { openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { addFirstProduct, checkOut, markPage, register } from './testing/walks.ts';

const STORY_MS = 90_000;
const DELIVERED_WITHIN_MS = 60_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

test(
  'a newcomer buys two products and watches them arrive without a reload',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await register(page, 'Grace Hopper');

    const first = await addFirstProduct(page);
    const word = first.split(' ')[0] ?? first;
    await page.getByRole('searchbox', { name: 'Search products' }).fill(word);
    await page.waitForURL((url) => url.searchParams.get('q') === word);
    await page.getByRole('searchbox', { name: 'Search products' }).fill('');
    await page.waitForURL((url) => !url.searchParams.has('q'));
    const second = await addFirstProduct(page, [first]);

    await checkOut(page, /succeeds/i);
    const isSamePage = await markPage(page);
    await page.locator('[data-status="DELIVERED"]').waitFor({ timeout: DELIVERED_WITHIN_MS });
    expect(await isSamePage()).toBe(true);

    const products = await page.getByRole('main').innerText();
    expect(products).toContain(first);
    expect(products).toContain(second);
    expect(products).toMatch(/Tracking number \S+/);

    await page.getByRole('link', { name: /^Notifications, [1-9]/ }).click();
    await page.locator('[data-kind="ORDER_DELIVERED"]').waitFor();
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

test(
  'a search narrows the list, and the address brings it back',
  async () => {
    const { page, leave } = await shop.visit();
    await page.goto('/');
    const card = page.locator('article').first();
    const name = (await card.getByRole('link').textContent()) ?? '';
    await page.getByRole('searchbox', { name: 'Search products' }).fill(name);
    await page.waitForURL((url) => url.searchParams.get('q') === name);
    await page.reload();
    await page.getByRole('link', { name, exact: true }).first().waitFor();
    expect(await page.getByRole('searchbox', { name: 'Search products' }).inputValue()).toBe(name);
    await leave();
  },
  STORY_MS,
);

test(
  'a visitor who adds a product signs up first and finds it in the cart then',
  async () => {
    const { page, leave } = await shop.visit();
    await page.goto('/');
    const button = page
      .getByRole('button', { name: /^Add .* to the cart$/, disabled: false })
      .first();
    const label = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    await page.waitForURL('**/sign-in');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.getByLabel(/^Name/).fill('Alan Turing');
    await page.getByLabel(/^E-mail/).fill(`alan-${Date.now()}@shoppers.example`);
    await page.getByLabel(/^Password/).fill('correct horse battery');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('link', { name: 'Cart, 1 unit', exact: true }).click();
    const name = label.replace(/^Add /, '').replace(/ to the cart$/, '');
    const line = page.getByRole('listitem').filter({ hasText: name });
    await line.first().waitFor();
    expect(await line.getByRole('textbox', { name: `Quantity of ${name}` }).inputValue()).toBe('1');
    await leave();
  },
  STORY_MS,
);

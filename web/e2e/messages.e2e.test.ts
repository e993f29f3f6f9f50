import { DEMO_ADMIN, openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { register, signIn } from './testing/walks.ts';

const STORY_MS = 90_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

test(
  'an administrator sees how far the consumers are, and the mail that greets somebody new',
  async () => {
    const customer = await shop.visit();
    const name = `Katherine ${Date.now()}`;
    await register(customer.page, name);
    await customer.leave();

    const { page, faults, leave } = await shop.visit();
    await signIn(page, DEMO_ADMIN);
    await page.goto('/admin/messages');
    await page.getByRole('row', { name: /^orders\.saga \d/ }).waitFor();
    await page.getByRole('row', { name: /^accounts\.mailer\.high \d/ }).waitFor();
    await page
      .getByRole('row', { name: /^EMAIL .*Welcome to Plaza/ })
      .first()
      .waitFor();

    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

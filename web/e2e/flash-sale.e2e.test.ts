import { DEMO_ADMIN, openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { register, signIn } from './testing/walks.ts';

const STORY_MS = 90_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

test(
  'an administrator schedules a sale, somebody buys in it, and both see live what is left',
  async () => {
    const admin = await shop.visit();
    await signIn(admin.page, DEMO_ADMIN);
    await admin.page.goto('/admin/flash-sales');
    await admin.page.getByRole('button', { name: 'New sale' }).click();
    const form = admin.page.getByRole('dialog');
    await form.getByRole('combobox', { name: /^Product/ }).click();
    const option = admin.page.getByRole('option').filter({ hasText: /, [1-9]\d+ in stock/ });
    // One of the last: the first ones may be in a sale already.
    const product = (await option.last().innerText()).replace(/ \([^(]*\), .*$/, '');
    await option.last().click();
    await form.getByLabel(/^Price/).fill('1.50');
    await form.getByLabel(/^Units/).fill('4');
    await form.getByRole('button', { name: 'Schedule' }).click();
    await form.waitFor({ state: 'hidden' });
    const row = admin.page.getByRole('row').filter({ hasText: '$1.50' });
    await row.getByText('Running').waitFor();
    const address = await row.getByRole('link').getAttribute('href');

    const buyer = await shop.visit();
    await buyer.page.goto(address ?? '');
    await buyer.page.getByRole('heading', { level: 1, name: product }).waitFor();
    await buyer.page.getByText('4 of 4 left').waitFor();
    await buyer.page.getByRole('timer').getByText('Ends in').waitFor();
    await buyer.page.getByRole('link', { name: 'Sign in to buy' }).waitFor();

    await register(buyer.page, 'Grace Hopper');
    await buyer.page.goto(address ?? '');
    await buyer.page.getByLabel(/^Full name/).fill('Grace Hopper');
    await buyer.page.getByLabel(/^Street and number/).fill('Kastanienallee 12');
    await buyer.page.getByLabel(/^Postal code/).fill('10435');
    await buyer.page.getByLabel(/^City/).fill('Berlin');
    await buyer.page.getByRole('button', { name: 'Buy now' }).click();
    await buyer.page.waitForURL(/\/orders\/[0-9a-f-]+$/);

    // Left, queue, reserved, sold, returned, units.
    await row.getByRole('cell', { name: '3', exact: true }).waitFor();
    await buyer.page.goto(address ?? '');
    await buyer.page.getByText('3 of 4 left').waitFor();
    await buyer.page.getByLabel(/^Full name/).fill('Grace Hopper');
    await buyer.page.getByLabel(/^Street and number/).fill('Kastanienallee 12');
    await buyer.page.getByLabel(/^Postal code/).fill('10435');
    await buyer.page.getByLabel(/^City/).fill('Berlin');
    await buyer.page.getByRole('button', { name: 'Buy now' }).click();
    await buyer.page.getByRole('alert').getByText('over the limit of this sale').waitFor();

    await row.getByRole('button', { name: /^Cancel the sale/ }).click();
    await admin.page.getByRole('button', { name: 'Cancel the sale', exact: true }).click();
    await buyer.page.getByRole('status').getByText('Cancelled').waitFor();
    expect([...buyer.faults, ...admin.faults]).toEqual([]);
    await buyer.leave();
    await admin.leave();
  },
  STORY_MS,
);

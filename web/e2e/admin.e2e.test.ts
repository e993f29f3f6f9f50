import { orderNumber } from '../src/shared/orders/order-number.ts';
import { DEMO_ADMIN, openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { addFirstProduct, checkOut, markPage, register, signIn } from './testing/walks.ts';

const STORY_MS = 90_000;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

test(
  'an administrator sees an order appear and follows it to its end',
  async () => {
    const admin = await shop.visit();
    await signIn(admin.page, DEMO_ADMIN);
    await admin.page.goto('/admin/orders');
    await admin.page.getByRole('status').getByText('Live').waitFor();
    const isSamePage = await markPage(admin.page);

    const customer = await shop.visit();
    await register(customer.page, 'Barbara Liskov');
    await addFirstProduct(customer.page);
    const orderId = await checkOut(customer.page, /succeeds/i);

    await admin.page.getByRole('button', { name: orderNumber(orderId) }).click();
    const panel = admin.page.getByRole('dialog');
    await panel.getByText(/^Barbara Liskov, /).waitFor();
    await panel.getByRole('status').getByText('Delivered').waitFor({ timeout: 60_000 });
    expect(await isSamePage()).toBe(true);
    expect(admin.faults).toEqual([]);
    await customer.leave();
    await admin.leave();
  },
  STORY_MS,
);

test(
  'an administrator creates a product, renames it, and the shop shows the new name',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await signIn(page, DEMO_ADMIN);
    await page.goto('/admin/products');
    const sku = `E2E-${Date.now()}`;
    const form = page.getByRole('dialog');

    await page.getByRole('button', { name: 'New product' }).click();
    await form.getByLabel(/^Article number/).fill(sku);
    await form.getByLabel(/^Name/).fill(`Sundial ${sku}`);
    await form.getByLabel(/^Price/).fill('49.90');
    await form.getByRole('combobox', { name: /^Category/ }).click();
    await page.getByRole('option').first().click();
    await form.getByRole('button', { name: 'Create product' }).click();
    await form.waitFor({ state: 'hidden' });

    await page.getByRole('searchbox', { name: 'Search' }).fill(sku);
    await page.getByRole('button', { name: `Edit Sundial ${sku}` }).click();
    await form.getByLabel(/^Name/).fill(`Moondial ${sku}`);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'hidden' });

    await page.goto(`/?q=${sku}`);
    await page.getByRole('link', { name: `Moondial ${sku}`, exact: true }).waitFor();
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

test(
  'an administrator adjusts stock with a reason, and cannot take out more than there is',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await signIn(page, DEMO_ADMIN);
    await page.goto('/admin/stock');
    const row = page.getByRole('row').nth(1);
    const before = await availableIn(row);
    await row.getByRole('button', { name: /^Adjust / }).click();

    const form = page.getByRole('dialog');
    await form.getByLabel(/^Change/).fill('-10000000');
    await form.getByLabel(/^Reason/).fill('Count at the end of the year');
    await form.getByRole('button', { name: 'Adjust stock' }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByLabel(/^Reason/).inputValue()).toBe('Count at the end of the year');

    await form.getByLabel(/^Change/).fill('7');
    await form.getByRole('button', { name: 'Adjust stock' }).click();
    await form.waitFor({ state: 'hidden' });
    expect(await availableIn(row)).toBe(before + 7);
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

type Row = {
  getByRole: (role: 'cell') => { nth: (index: number) => { innerText: () => Promise<string> } };
};

async function availableIn(row: Row): Promise<number> {
  const text = await row.getByRole('cell').nth(2).innerText();
  return Number(text.replaceAll(',', ''));
}

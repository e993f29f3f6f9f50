import type { Page } from 'playwright-core';
import { DEMO_ADMIN, openShopWindow, type ShopWindow } from './testing/shop-window.ts';

const STORY_MS = 60_000;
const QUERY = 'query Names { products(first: 2) { edges { node { name stock } } } }';

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

test(
  'an administrator sees the plan of an operation beside its answer',
  async () => {
    const { page, faults, leave } = await shop.visit();
    await page.goto('/explorer');
    await page.getByRole('button', { name: 'Show Plan' }).click();
    const panel = page.getByRole('region', { name: 'Plan' });
    await panel.getByText(/Run an operation as an administrator/).waitFor();

    await write(page, 'Query Editor', QUERY);
    // The explorer has understood what is to be run.
    await page.getByRole('tab', { name: 'Names' }).waitFor();
    await run(page);
    await panel.getByText(/The answer came without a plan/).waitFor();

    await write(
      page,
      'Headers',
      JSON.stringify({ authorization: `Bearer ${await adminToken(page)}` }),
    );
    await run(page);
    await panel.getByText('One after the other').waitFor();
    await panel.getByText(/^Cost/).waitFor();
    const inventory = panel.getByRole('group').filter({ hasText: 'inventory' }).first();
    expect(await inventory.innerText()).toMatch(/[\d.]+ ms · 2 entities for 2 · \d+ bytes/);
    await inventory.locator('summary').press('Enter');
    await inventory.getByText('_entities(representations: $representations)').waitFor();
    // The answer's pane shows the answer, without what the panel shows.
    const answer = page.getByRole('region', { name: 'Result Window' });
    expect(await answer.innerText()).toMatch(/"stock": \d+/);
    expect(await answer.innerText()).not.toContain('"plan"');

    const screenshots = process.env['PLAZA_SCREENSHOTS'];
    if (screenshots !== undefined) {
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.screenshot({ path: `${screenshots}/plan-${theme}.png` });
      }
    }
    expect(faults).toEqual([]);
    await leave();
  },
  STORY_MS,
);

async function adminToken(page: Page): Promise<string> {
  const answer = await page.evaluate(async (input) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation Login($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
        variables: { input },
      }),
    });
    return (await response.json()) as { data: { login: { accessToken: string } } };
  }, DEMO_ADMIN);
  return answer.data.login.accessToken;
}

async function write(page: Page, editor: string, text: string): Promise<void> {
  await page.getByRole('region', { name: editor }).locator('.CodeMirror:visible').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Execute query/ }).click();
}

import type { Page, WebSocketRoute } from 'playwright-core';
import {
  DEMO_ADMIN,
  openShopWindow,
  type ShopWindow,
  type Visitor,
} from './testing/shop-window.ts';
import { register, signIn } from './testing/walks.ts';

const STORY_MS = 90_000;
const SOON_MS = 15_000;
/** 64 by 48 pixels of one colour. */
const DOT_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAeElEQVRoge2SAQkAURSDTHtpDfVjyOMGBtAx/DgNuYELIF/RXYi7kBu4APIV3YW4C7mBCyBf0V2Iu5AbuADyFd2FuAu5gQsgX9FdiLuQG7gA8hXdhbgLuYELIF/RXYi7kBu4APIV3YW4C7mBCyBf0V2Iu5Ab+POAByqfWNPNkOz0AAAAAElFTkSuQmCC';

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

const log = (page: Page) => page.getByRole('log');

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.keyboard.press('Enter');
}

/** The texts of the messages, in the order of their sequence. */
async function textsOf(page: Page): Promise<string[]> {
  const rows = await log(page)
    .locator('article[data-sequence]')
    .evaluateAll((all) =>
      all.map((row) => ({
        sequence: Number(row.getAttribute('data-sequence')),
        text: row.querySelector('[class*="text"]')?.textContent ?? '',
      })),
    );
  return rows.toSorted((a, b) => a.sequence - b.sequence).map(({ text }) => text);
}

/** Two newcomers; the first has opened a conversation with the second. */
async function meet(): Promise<[ada: Visitor, ben: Visitor, names: [string, string]]> {
  const mark = `${Date.now()}`;
  const names: [string, string] = [`Ada ${mark}`, `Ben ${mark}`];
  const [ada, ben] = [await shop.visit(), await shop.visit()];
  await register(ada.page, names[0]);
  await register(ben.page, names[1]);
  await ada.page.goto('/chat');
  await ada.page.getByRole('button', { name: 'New conversation' }).click();
  await ada.page.getByLabel('With whom').fill(names[1]);
  await ada.page.getByRole('button', { name: names[1], exact: true }).click();
  await ada.page.waitForURL(/\/chat\/[0-9a-f-]+$/);
  return [ada, ben, names];
}

test(
  'two people talk live: messages, ticks, replies, reactions, changes',
  async () => {
    const [ada, ben, names] = await meet();
    // Wherever he is, the header tells him; and no more once he has read it.
    await write(ada.page, 'Hello Ben');
    await ben.page.getByRole('link', { name: 'Messages, 1 unread' }).click();
    await ben.page.getByRole('link', { name: /Hello Ben/ }).click();
    await log(ben.page).getByText('Hello Ben').waitFor();
    await log(ada.page).getByRole('img', { name: 'Read' }).waitFor();
    await ben.page.getByRole('link', { name: 'Messages, 0 unread' }).waitFor();

    await log(ben.page).getByText('Hello Ben').hover();
    await ben.page.getByRole('button', { name: 'More about message 1' }).click();
    await ben.page.getByRole('menuitem', { name: 'Reply' }).click();
    await write(ben.page, 'Hello Ada');
    await log(ada.page).getByText('Hello Ada').waitFor();
    await log(ada.page).getByRole('button', { name: 'You Hello Ben' }).waitFor();

    await log(ada.page).getByText('Hello Ada').hover();
    await ada.page.getByRole('button', { name: 'More about message 2' }).click();
    await ada.page.getByRole('button', { name: 'React with 👍' }).click();
    await log(ben.page).getByRole('button', { name: '👍' }).waitFor();

    await log(ada.page).getByText('Hello Ben').last().hover();
    await ada.page.getByRole('button', { name: 'More about message 1' }).click();
    await ada.page.getByRole('menuitem', { name: 'Edit' }).click();
    await write(ada.page, 'Hello dear Ben');
    await log(ben.page).getByText('Hello dear Ben').first().waitFor();

    await ada.page.getByRole('button', { name: 'More about message 1' }).click();
    await ada.page.getByRole('menuitem', { name: 'Delete' }).click();
    await ada.page.getByRole('button', { name: 'Delete' }).click();
    await log(ben.page).locator('[data-sequence="1"]').getByText('Message deleted').waitFor();

    await ben.page.getByRole('button', { name: `More about ${names[0]}` }).click();
    await ben.page.getByRole('menuitem', { name: 'Block' }).click();
    await ben.page.getByRole('button', { name: 'Block' }).click();
    await ben.page.getByText('nothing can be sent').waitFor();
    await write(ada.page, 'Are you there?');
    await log(ada.page).getByText('Not sent.').waitFor();
    await log(ada.page).getByText('Are you there?').waitFor();

    expect([...ada.faults, ...ben.faults]).toEqual([]);
    await Promise.all([ada.leave(), ben.leave()]);
  },
  STORY_MS,
);

test(
  'who was away for a while misses nothing and sees nothing twice; what could not be sent is sent then, once',
  async () => {
    const [ada, ben] = await meet();
    await write(ada.page, 'Number 0');
    await ada.page.getByRole('img', { name: 'Sent' }).waitFor();

    let isAway = false;
    const sockets = new Set<WebSocketRoute>();
    await ben.page.routeWebSocket('**/graphql', (socket) => {
      if (isAway) return void socket.close({ code: 1001 });
      socket.connectToServer();
      sockets.add(socket);
    });
    await ben.page.route('**/graphql', (route) =>
      isAway ? route.abort('internetdisconnected') : route.continue(),
    );
    await ben.page.goto('/chat');
    await ben.page.getByRole('link', { name: /Number 0/ }).click();
    await log(ben.page).getByText('Number 0').waitFor();

    isAway = true;
    for (const socket of sockets) await socket.close({ code: 1001 });
    await ben.page.getByText('Live updates are interrupted.').waitFor();
    for (let number = 1; number <= 12; number += 1) await write(ada.page, `Number ${number}`);
    await log(ada.page).locator('[data-sequence="13"]').waitFor();
    await write(ben.page, 'From the tunnel');
    await log(ben.page).getByText('Not sent. No connection.').waitFor();

    isAway = false;
    await log(ada.page)
      .getByText('From the tunnel')
      .waitFor({ timeout: 2 * SOON_MS });
    const expected = [
      ...Array.from({ length: 13 }, (_, number) => `Number ${number}`),
      'From the tunnel',
    ];
    await log(ben.page).locator('[data-sequence="14"]').waitFor();
    expect(await textsOf(ben.page)).toEqual(expected);
    expect(await textsOf(ada.page)).toEqual(expected);
    expect(await log(ben.page).locator('[data-state]').count()).toBe(0);

    await Promise.all([ada.leave(), ben.leave()]);
  },
  STORY_MS,
);

test(
  'pictures, typing, presence and search; what is reported reaches an administrator, who takes it back',
  async () => {
    const [ada, ben, names] = await meet();
    await ben.page.goto('/chat');
    await write(ada.page, 'The heron stands in the reeds');
    await ben.page.getByRole('link', { name: /heron/ }).click();
    await ada.page.getByRole('status').getByText('Online').waitFor({ timeout: SOON_MS });
    await ben.page.getByRole('textbox', { name: 'Message' }).pressSequentially('Wri');
    await ada.page.getByRole('status').getByText('is writing…').waitFor();

    await ada.page.locator('input[type="file"]').setInputFiles({
      name: 'dot.png',
      mimeType: 'image/png',
      buffer: Buffer.from(DOT_PNG, 'base64'),
    });
    await log(ben.page).getByRole('img', { name: 'Picture' }).waitFor({ timeout: SOON_MS });

    await ben.page.getByRole('searchbox', { name: 'Search messages' }).fill('heron');
    const found = ben.page.getByRole('list', { name: 'Found messages' });
    await found.locator('mark', { hasText: 'heron' }).waitFor();
    await found.getByRole('link').click();
    await ben.page.waitForURL(/\?at=1$/);

    // Words of hers that are a picture there are none of; a picture of hers without words there is.
    await ben.page.getByRole('button', { name: 'Filters' }).click();
    await ben.page.getByRole('combobox', { name: 'From' }).click();
    await ben.page.getByRole('option', { name: names[0] }).click();
    await ben.page.getByRole('combobox', { name: 'What' }).click();
    await ben.page.getByRole('option', { name: 'Pictures' }).click();
    await ben.page.getByText('No message fits.').waitFor();
    await ben.page.getByRole('searchbox', { name: 'Search messages' }).fill('');
    await found.getByText('Picture', { exact: true }).waitFor();
    await ben.page.getByLabel('Last day').fill('2020-01-01');
    await ben.page.getByText('No message fits.').waitFor();
    await ben.page.getByRole('button', { name: 'Take the filters off' }).click();
    await found.waitFor({ state: 'detached' });

    const reason = `Not a heron ${Date.now()}`;
    await log(ben.page).getByText('The heron').hover();
    await ben.page.getByRole('button', { name: 'More about message 1' }).click();
    await ben.page.getByRole('menuitem', { name: 'Report' }).click();
    await ben.page.getByLabel('What is wrong with it').fill(reason);
    await ben.page.getByRole('button', { name: 'Report', exact: true }).click();
    await ben.page.getByText('Thank you.').waitFor();

    const admin = await shop.visit();
    await signIn(admin.page, DEMO_ADMIN);
    await admin.page.goto('/admin/chat');
    await admin.page.getByText('Live', { exact: true }).waitFor({ timeout: SOON_MS });
    // Three people look at pages that listen: their sockets are told every two seconds.
    const connections = admin.page.getByRole('region', { name: 'Connections' });
    const open = connections.locator('dt:text-is("Open sockets") + dd');
    await open.getByText(/^([3-9]|\d{2,})$/).waitFor({ timeout: SOON_MS });
    await connections.getByText(/^(Healthy|Strained|Failing)$/).waitFor();

    const report = admin.page.getByRole('article').filter({ hasText: reason });
    await report.getByText(`${names[0]} wrote`).waitFor();
    await report.getByRole('button', { name: 'Delete message' }).click();
    await report.waitFor({ state: 'detached' });
    await log(ada.page).locator('[data-sequence="1"]').getByText('Message deleted').waitFor();

    expect([...ada.faults, ...ben.faults, ...admin.faults]).toEqual([]);
    await Promise.all([ada.leave(), ben.leave(), admin.leave()]);
  },
  STORY_MS,
);

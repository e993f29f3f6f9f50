import type { Page } from 'playwright-core';
import { openShopWindow, type ShopWindow } from './testing/shop-window.ts';
import { meetWithMessages, sendPicture } from './testing/long-conversation.ts';
import { signIn } from './testing/walks.ts';

const STORY_MS = 120_000;
/** Three pages: fewer than one person may send a minute. */
const MESSAGES = 110;
const PAGE = 50;
/** More than a screen of them, as a row of a picture is about 250 pixels high. */
const PICTURES = 12;
const SAVED = 0.8;

let shop: ShopWindow;

beforeAll(async () => {
  shop = await openShopWindow();
});

afterAll(() => shop?.close());

const log = (page: Page) => page.getByRole('log');
const row = (page: Page, sequence: number) =>
  log(page).locator(`article[data-sequence="${sequence}"]`);

/** Where a message stands below the upper edge of the list. */
const offsetOf = (page: Page, sequence: number) =>
  page.evaluate((wanted) => {
    const list = document.querySelector('[role="log"]');
    const message = list?.querySelector(`article[data-sequence="${wanted}"]`);
    if (!list || !message) return undefined;
    return message.getBoundingClientRect().top - list.getBoundingClientRect().top;
  }, sequence);

test(
  'older messages arrive above what is read, which stays where it is',
  async () => {
    const { ada, conversationId } = await meetWithMessages(MESSAGES);
    const visitor = await shop.visit();
    const { page } = visitor;
    await signIn(page, ada);
    // The oldest page waits until somebody has looked.
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    let held = 0;
    await page.route('**/graphql', async (route) => {
      const before = /"beforeSequence":(\d+)/.exec(route.request().postData() ?? '')?.[1];
      if (before !== undefined && Number(before) <= PAGE + 1) {
        held += 1;
        await mayGoOn;
      }
      // One that was given up meanwhile has no answer.
      await route.continue().catch(() => undefined);
    });
    await page.goto(`/chat/${conversationId}`);
    await row(page, MESSAGES).waitFor();
    // Up to the end of what is here, and beyond it.
    const looked = await page.evaluate(async () => {
      const list = document.querySelector('[role="log"]') ?? document.body;
      const edge = list.getBoundingClientRect().top;
      // Rows are drawn some way above the edge: until one that is not here is seen.
      const isMissing = () =>
        [...list.querySelectorAll('[class*="placeholder"]')].some(
          (one) => one.getBoundingClientRect().bottom > edge + 10,
        );
      while (list.scrollTop > 0 && !isMissing()) {
        list.scrollTop -= 120;
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }
      const seen = [...list.querySelectorAll('article[data-sequence]')].find(
        (one) => one.getBoundingClientRect().top >= edge,
      );
      return Number(seen?.getAttribute('data-sequence'));
    });
    const before = await offsetOf(page, looked);
    expect(held).toBeGreaterThan(0);
    // The last one that is here; those above it are not.
    expect(looked).toBe(PAGE + 1);
    goOn();
    await row(page, looked - 1).waitFor();
    const after = await offsetOf(page, looked);
    expect(Math.abs((after ?? Infinity) - (before ?? -Infinity))).toBeLessThanOrEqual(2);
    await visitor.leave();
  },
  STORY_MS,
);

test(
  'opening a conversation of pictures takes a fifth of their bytes at most, as those off the screen and the large ones are not fetched',
  async () => {
    const { ada, ben, conversationId } = await meetWithMessages(0);
    let sentBytes = 0;
    for (let count = 0; count < PICTURES; count += 1) {
      sentBytes += await sendPicture(ada, conversationId, count);
    }
    const visitor = await shop.visit();
    const { page } = visitor;
    await signIn(page, ben);
    let fetchedBytes = 0;
    page.on('response', (response) => {
      if (!response.url().includes('/media/')) return;
      fetchedBytes += Number(response.headers()['content-length'] ?? 0);
    });
    await page.goto(`/chat/${conversationId}`);
    await log(page)
      .getByRole('img', { name: /^Picture/ })
      .first()
      .waitFor();
    await page.waitForLoadState('networkidle');
    const saved = 1 - fetchedBytes / sentBytes;
    console.info(
      `${PICTURES} pictures of ${sentBytes} bytes: ${fetchedBytes} fetched, ${(saved * 100).toFixed(1)} % saved`,
    );
    expect(fetchedBytes).toBeGreaterThan(0);
    expect(saved).toBeGreaterThanOrEqual(SAVED);
    await visitor.leave();
  },
  STORY_MS,
);

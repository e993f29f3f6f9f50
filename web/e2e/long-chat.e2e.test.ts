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

/** Up to the end of what is here, and beyond it; resolves with the uppermost message that is seen whole. */
const scrollToTheEndOfWhatIsHere = (page: Page) =>
  page.evaluate(async () => {
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

/**
 * Scrolls on up by `stepPx` a frame until the message before `looked` is drawn and in its place; resolves with how many pixels
 * `looked` was off at most, in any frame that was painted.
 */
const largestJump = (page: Page, frames: { looked: number; stepPx: number }) =>
  page.evaluate(async ({ looked, stepPx }) => {
    const list = document.querySelector('[role="log"]') ?? document.body;
    const find = (sequence: number) => list.querySelector(`article[data-sequence="${sequence}"]`);
    const offset = () => find(looked)?.getBoundingClientRect().top ?? Infinity;
    const painted = new MessageChannel();
    // Sent before layout and observers of sizes, so it comes before anything they put off until later.
    const nextPaint = (beforePaint: () => void) =>
      new Promise((resolve) => {
        painted.port1.addEventListener('message', resolve, { once: true });
        requestAnimationFrame(() => {
          beforePaint();
          painted.port2.postMessage(undefined);
        });
      });
    painted.port1.start();
    let expected = offset();
    let largest = 0;
    const watchFrame = async () => {
      await nextPaint(() => {
        const before = list.scrollTop;
        list.scrollTop -= stepPx;
        expected += before - list.scrollTop;
      });
      largest = Math.max(largest, Math.abs(offset() - expected));
    };
    while (!find(looked - 1)) await watchFrame();
    for (let frame = 0; frame < 5; frame += 1) await watchFrame();
    return largest;
  }, frames);

test.each([
  // Longer than scrolling counts as going on after its last move.
  { when: 'while one reads', restMs: 400, stepPx: 0 },
  { when: 'while one scrolls on up', restMs: 0, stepPx: 1 },
])(
  'older messages arrive above what is read, which stays where it is: $when',
  async ({ restMs, stepPx }) => {
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
    const looked = await scrollToTheEndOfWhatIsHere(page);
    // The last one that is here; those above it are not.
    expect(looked).toBe(PAGE + 1);
    expect(held).toBeGreaterThan(0);
    expect(await row(page, looked - 1).count()).toBe(0);
    await page.waitForTimeout(restMs);
    const jumped = largestJump(page, { looked, stepPx });
    goOn();
    expect(await jumped).toBeLessThanOrEqual(2);
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

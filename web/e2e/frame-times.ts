import type { Page } from 'playwright-core';
import { openLargeBoard } from './testing/large-board.ts';
import { openShopWindow } from './testing/shop-window.ts';

// How smoothly a board of ten million rows scrolls, and how smoothly its rows move:
//   PLAZA_URL=http://127.0.0.1:4000 node web/e2e/frame-times.ts

const ROWS = 10_000_000;
const MEASURED_MS = 6_000;
const FRAME_MS = 1_000 / 60;
const WHEEL_PX = 50;

const shop = await openShopWindow();
const { page } = await shop.visit();
const board = await openLargeBoard(page, ROWS);
await page.goto('/games?mode=raid');
const table = page.getByRole('table', { name: 'Leaderboard of Raid' });
await table.getByText('player-1', { exact: true }).waitFor();

await measure('nothing moves', async () => page.waitForTimeout(MEASURED_MS));

await page.getByLabel('Go to rank').fill('5000000');
await page.getByLabel('Go to rank').press('Enter');
await measure('wheel, 50 px a frame', () => scroll(page, 'wheel'));
await measure('scrollbar, over all rows in 6 s', () => scroll(page, 'scrollbar'));

await table.press('Home');
await table.getByText('player-1', { exact: true }).waitFor();
await measure('the first ten change places, every half second', async () => {
  for (let turn = 0; turn < MEASURED_MS / 500; turn += 1) {
    board.rotateTop();
    await page.waitForTimeout(500);
  }
});
console.log(`pages asked for: ${board.asked.length}`);
await shop.close();

async function measure(what: string, action: () => Promise<unknown>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // Processor time, not the clock's: what others do on the machine does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds();
  const frames = page.evaluate(
    (forMs) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        const start = performance.now();
        let last = start;
        const tick = (now: number) => {
          times.push(now - last);
          last = now;
          if (now - start < forMs) requestAnimationFrame(tick);
          else resolve(times);
        };
        requestAnimationFrame(tick);
      }),
    MEASURED_MS,
  );
  await action();
  const times = (await frames).slice(1).toSorted((one, other) => one - other);
  const busy = (await taskSeconds()) - before;
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  const late = times.filter((ms) => ms > 1.5 * FRAME_MS).length;
  console.log(
    `${what}: ${times.length} frames, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms, ` +
      `${((100 * late) / times.length).toFixed(1)} % late; the page's thread worked ${((1_000 * busy) / times.length).toFixed(1)} ms a frame`,
  );

  async function taskSeconds(): Promise<number> {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  }
}

/** Scrolls in each frame, as the wheel and the scrollbar do. */
async function scroll(on: Page, by: 'wheel' | 'scrollbar'): Promise<void> {
  await on.getByRole('table').evaluate(
    (element, { wheelPx, forMs }) =>
      new Promise<void>((resolve) => {
        const start = performance.now();
        const tick = () => {
          const elapsed = performance.now() - start;
          if (wheelPx > 0) element.scrollTop += wheelPx;
          else element.scrollTop = (element.scrollHeight * elapsed) / forMs;
          if (elapsed < forMs) requestAnimationFrame(tick);
          else resolve();
        };
        requestAnimationFrame(tick);
      }),
    { wheelPx: by === 'wheel' ? WHEEL_PX : 0, forMs: MEASURED_MS },
  );
}

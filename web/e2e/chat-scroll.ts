import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { openShopWindow } from './testing/shop-window.ts';
import { signIn } from './testing/walks.ts';

// Scrolls through a long conversation in Chromium and tells how long frames take. The conversation is made new each time,
// straight into chat's database: PLAZA_URL=http://127.0.0.1:4000 CHAT_DATABASE_URL=postgres://… node web/e2e/chat-scroll.ts
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '50000' },
    seconds: { type: 'string', default: '8' },
    screenshots: { type: 'string' },
  },
});
const messages = Number(values.messages);
const seconds = Number(values.seconds);
const url = process.env['PLAZA_URL'];
const databaseUrl = process.env['CHAT_DATABASE_URL'];
if (!url || !databaseUrl) throw new Error('PLAZA_URL and CHAT_DATABASE_URL have to be set');

const PASSWORD = 'correct horse battery';
const LINES = `array['Yes.', 'See you at ten then', 'The parcel has come, everything in it is whole', E'First line\\nsecond line',
  'A longer one that goes over more than one line of the bubble, so that rows are of different heights, and some are much higher than others because somebody has a lot to say']`;

async function ask<Answer>(query: string, variables: object, token?: string): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Answer; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function register(name: string) {
  const email = `${randomUUID()}@talkers.example`;
  const { register: session } = await ask<{
    register: { accessToken: string; user: { id: string } };
  }>(
    'mutation ($input: RegisterInput!) { register(input: $input) { ... on Session { accessToken user { id } } } }',
    { input: { email, password: PASSWORD, name } },
  );
  return { email, ...session };
}

async function fillConversation(conversationId: string, userIds: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into message (conversation_id, sequence, sender_id, client_id, type, text, created_at)
       select $1, n, case when (n / 3) % 2 = 0 then $2::uuid else $3::uuid end, gen_random_uuid(), 'TEXT',
         n || ': ' || (${LINES})[1 + n * 7 % 5], now() - ($4::integer - n) * interval '2 minutes'
       from generate_series(1, $4::integer) as n`,
      [conversationId, ...userIds, messages],
    );
    await client.query('update conversation set last_sequence = $2 where id = $1', [
      conversationId,
      messages,
    ]);
    await client.query(
      `update conversation_member set last_activity_at = now(), delivered_sequence = $2, read_sequence = $2
       where conversation_id = $1`,
      [conversationId, messages],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Scrolls by so many pixels a frame; gives the milliseconds between frames. */
const scroll = (page: Page, pixels: number) =>
  page.evaluate(
    ({ step, ms }) =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('[role="log"]');
        const frames: number[] = [];
        const begin = performance.now();
        let last = begin;
        const next = (now: number) => {
          frames.push(now - last);
          last = now;
          if (list) list.scrollTop += step;
          if (now - begin < ms) requestAnimationFrame(next);
          else resolve(frames.slice(1));
        };
        requestAnimationFrame(next);
      }),
    { step: pixels, ms: seconds * 1_000 },
  );

function describe(frames: readonly number[]) {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1));
  const total = frames.reduce((sum, ms) => sum + ms, 0);
  const fluent = frames.filter((ms) => ms < 17.5).length / frames.length;
  return {
    framesPerSecond: Number(((frames.length * 1_000) / total).toFixed(1)),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    longest: at(0.9999),
    'within 17.5 ms': `${(fluent * 100).toFixed(1)} %`,
  };
}

const [ada, ben] = [await register('Ada Scroll'), await register('Ben Scroll')];
const { startConversation } = await ask<{ startConversation: { id: string } }>(
  'mutation ($userId: ID!) { startConversation(userId: $userId) { ... on Conversation { id } } }',
  { userId: ben.user.id },
  ada.accessToken,
);
await fillConversation(startConversation.id, [ada.user.id, ben.user.id]);

const shop = await openShopWindow();
const { page, faults } = await shop.visit();
await signIn(page, { email: ada.email, password: PASSWORD });
const address = `/chat/${startConversation.id}`;
const newest = page.locator(`[data-sequence="${messages}"]`);
await page.goto(address);
await newest.waitFor();
await page.goto('about:blank');
const startedAt = performance.now();
await page.goto(address, { waitUntil: 'commit' });
await newest.waitFor();
const loadMs = Math.round(performance.now() - startedAt);
const rows = await page.locator('[role="log"] [data-index]').count();
console.log(JSON.stringify({ messages, loadMs, rowsDrawn: rows }));
if (values.screenshots) await page.screenshot({ path: `${values.screenshots}/chat.png` });

const rest = await page.evaluate(
  (ms) =>
    new Promise<number[]>((resolve) => {
      const frames: number[] = [];
      const begin = performance.now();
      let last = begin;
      const next = (now: number) => {
        frames.push(now - last);
        last = now;
        if (now - begin < ms) requestAnimationFrame(next);
        else resolve(frames.slice(1));
      };
      requestAnimationFrame(next);
    }),
  seconds * 1_000,
);
console.table({
  'nothing moves': describe(rest),
  'up, 30 px a frame': describe(await scroll(page, -30)),
  'up, 300 px a frame': describe(await scroll(page, -300)),
  'down, 30 px a frame': describe(await scroll(page, 30)),
});
await page.locator('[role="log"]').evaluate((list) => (list.scrollTop = 0));
await page.locator('[data-sequence="1"]').waitFor();
await page.getByRole('button', { name: 'Newest' }).click();
await newest.waitFor();
if (values.screenshots) {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: `${values.screenshots}/chat-phone-dark.png` });
}
if (faults.length > 0) throw new Error(faults.join('\n'));
await shop.close();

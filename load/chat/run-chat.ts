import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Laboratory } from '../laboratory.ts';
import { untilDrained } from '../live/drained.ts';
import type { LiveResult } from '../live/report.ts';
import { readMetrics } from '../metrics.ts';
import { createArrivals } from './arrivals.ts';
import { breakParts } from './break-parts.ts';
import { judgeChat } from './judge-chat.ts';
import { createLedger } from './ledger.ts';
import { createPeople } from './people.ts';
import type { ChatOptions, ChatScenario } from './scenarios.ts';
import { createTalk } from './talk.ts';

const TELL_MS = 1_000;
/** What was stored has come to everybody within this. */
const ARRIVED_WITHIN_MS = 120_000;
const POLL_MS = 100;
/** Sockets are open, and what they asked for is followed, before memory is read. */
const SETTLE_MS = 1_000;

/** People talk; in the end everybody has every message once, and in order. */
export async function runChat(
  laboratory: Laboratory,
  scenario: ChatScenario,
  options: ChatOptions,
  say: (line: string) => void,
): Promise<LiveResult> {
  const { people: count, seconds, typing, receipts, storms } = options;
  if (count < 3) throw new Error('--people must be 3 at least: everybody talks with two others');
  const { url, metricsUrls } = laboratory.ready;
  const since = new Date();
  say(`making ${count} people`);
  const { tokensFile } = await laboratory.ask({ do: 'make-crowd', people: count });
  const { conversationsFile } = await laboratory.ask({ do: 'make-conversations' });
  const tokens = (await readFile(tokensFile, 'utf8')).trimEnd().split('\n').slice(1);
  const conversationIds = (await readFile(conversationsFile, 'utf8')).trimEnd().split('\n');

  const ledger = createLedger(count);
  const arrivals = createArrivals(count);
  const people = createPeople({
    url,
    tokens,
    conversationIds,
    ledger,
    hearsTyping: typing > 0,
    hearsReceipts: receipts > 0,
    onArrival: arrivals.add,
  });
  say(`opening ${count} sockets`);
  const idle = await readMetrics(metricsUrls);
  await people.open();
  await delay(SETTLE_MS);
  const open = await readMetrics(metricsUrls);
  const talk = createTalk({ url, tokens, conversationIds, ledger, people, arrivals }, options);
  await talk.open();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const telling = setInterval(() => {
    say(
      `${talk.stored()} stored, ${ledger.received()} arrived, ${talk.held()} held, ${people.countOpen()} sockets`,
    );
  }, TELL_MS);

  const backAfter: number[] = [];
  const storming = (async () => {
    for (let storm = 1; storm <= storms; storm++) {
      await delay((seconds * 1_000) / (storms + 1));
      const cutAt = performance.now();
      await people.cutAll();
      backAfter.push((performance.now() - cutAt) / 1_000);
    }
  })();
  const [killed] = await Promise.all([
    breakParts(laboratory, options, say),
    talk.untilAnswered(),
    storming,
  ]);
  const passed = (performance.now() - startedAt) / 1_000;
  const after = await readMetrics(metricsUrls);
  const { user, system } = process.cpuUsage(cpuBefore);
  await people.untilBack();
  const deadline = performance.now() + ARRIVED_WITHIN_MS;
  while (ledger.countMissing() > 0 && performance.now() < deadline) await delay(POLL_MS);
  const arrivedAfter = (performance.now() - startedAt) / 1_000 - passed;
  const drainedMs = await untilDrained(metricsUrls, say);
  clearInterval(telling);
  const socketsOpen = people.countOpen();
  const driverBytes = process.memoryUsage().rss;
  people.close();
  await talk.close();
  say('looking at the invariants');
  const examined = await laboratory.ask({ do: 'examine', since: since.toISOString() });

  return judgeChat(scenario, options, {
    stored: talk.stored(),
    ledger,
    people,
    talk,
    examined,
    killed,
    backAfter,
    socketsOpen,
    passed,
    arrivedAfter,
    drainedMs,
    driverSeconds: (user + system) / 1e6,
    driverBytes,
    // A process that was started again counts from its start: then neither is known.
    productSeconds: killed.length === 0 ? after.cpuSeconds - open.cpuSeconds : undefined,
    socketBytes: (open.residentBytes - idle.residentBytes) / count,
  });
}

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Laboratory } from '../laboratory.ts';
import { untilDrained } from '../live/drained.ts';
import { openLoop } from '../live/open-loop.ts';
import type { LiveResult } from '../live/report.ts';
import { isData, openRequests } from '../live/requests.ts';
import { readMetrics } from '../metrics.ts';
import { createLedger } from './ledger.ts';
import { createPeople } from './people.ts';
import type { ChatOptions, ChatScenario } from './scenarios.ts';

const SEND =
  'mutation LoadMessage($input: SendMessageInput!) { sendMessage(input: $input) { __typename ... on Message { sequence } } }';
const TYPE = 'mutation LoadTyping($id: ID!) { startTyping(conversationId: $id) }';
const CONNECTIONS = 128;
/** The same message, under the same client id, until it is answered. */
const RETRY_MS = 120_000;
const TELL_MS = 1_000;
/** What was stored has come to everybody within this. */
const ARRIVED_WITHIN_MS = 120_000;
const POLL_MS = 100;

const STORED = /"__typename":"Message","sequence":(\d+)/;

/** People talk; in the end everybody has every message once, and in order. */
export async function runChat(
  laboratory: Laboratory,
  { name, says, deliveredP95Ms }: ChatScenario,
  options: ChatOptions,
  say: (line: string) => void,
): Promise<LiveResult> {
  const { people: count, rate, seconds, typing, storms } = options;
  if (count < 3) throw new Error('--people must be 3 at least: everybody talks with two others');
  const { url, metricsUrls } = laboratory.ready;
  say(`making ${count} people`);
  const { tokensFile } = await laboratory.ask({ do: 'make-crowd', people: count });
  const { conversationsFile } = await laboratory.ask({ do: 'make-conversations' });
  const tokens = (await readFile(tokensFile, 'utf8')).trimEnd().split('\n').slice(1);
  const conversationIds = (await readFile(conversationsFile, 'utf8')).trimEnd().split('\n');

  const ledger = createLedger(count);
  const people = createPeople({ url, tokens, conversationIds, ledger, hearsTyping: typing > 0 });
  say(`opening ${count} sockets`);
  const idle = await readMetrics(metricsUrls);
  await people.open();
  const requests = openRequests(url, CONNECTIONS, RETRY_MS);
  const noise = openRequests(url, CONNECTIONS, 0);
  let stored = 0;
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const telling = setInterval(() => {
    say(
      `${stored} stored, ${ledger.received()} arrived, ${requests.underWay()} under way, ${people.countOpen()} sockets`,
    );
  }, TELL_MS);

  const talking = openLoop({ rate, seconds }, (_number, dueAt) => {
    const conversation = Math.floor(Math.random() * count);
    const sender = (conversation + (Math.random() < 0.5 ? 0 : 1)) % count;
    const input = {
      conversationId: conversationIds[conversation],
      clientId: randomUUID(),
      text: `${dueAt.toFixed(3)} is when this was to be sent`,
    };
    requests.send({
      name: 'send',
      token: tokens[sender] ?? '',
      body: JSON.stringify({ query: SEND, variables: { input } }),
      dueAt,
      read(body) {
        const sequence = STORED.exec(body)?.[1];
        if (sequence === undefined) return false;
        stored += 1;
        ledger.store(conversation, Number(sequence));
        return true;
      },
    });
  });
  const writing = openLoop({ rate: typing, seconds }, (_number, dueAt) => {
    const person = Math.floor(Math.random() * count);
    const variables = { id: conversationIds[person] };
    const body = JSON.stringify({ query: TYPE, variables });
    noise.send({ name: 'startTyping', token: tokens[person] ?? '', body, dueAt, read: isData });
  });
  const backAfter: number[] = [];
  const storming = (async () => {
    for (let storm = 1; storm <= storms; storm++) {
      await delay((seconds * 1_000) / (storms + 1));
      const cutAt = performance.now();
      await people.cutAll();
      backAfter.push((performance.now() - cutAt) / 1_000);
    }
  })();
  await Promise.all([talking, writing, storming]);
  await Promise.all([requests.idle(), noise.idle()]);
  const passed = (performance.now() - startedAt) / 1_000;
  const after = await readMetrics(metricsUrls);
  const { user, system } = process.cpuUsage(cpuBefore);
  const deadline = performance.now() + ARRIVED_WITHIN_MS;
  while (ledger.countMissing() > 0 && performance.now() < deadline) await delay(POLL_MS);
  const arrivedAfter = (performance.now() - startedAt) / 1_000 - passed;
  const drainedMs = await untilDrained(metricsUrls, say);
  clearInterval(telling);
  const sockets = people.countOpen();
  const { heapUsed, rss } = process.memoryUsage();
  people.close();
  await Promise.all([requests.close(), noise.close()]);

  const { repeated, early } = ledger.wrong();
  const missing = ledger.countMissing();
  const p95 = people.delivery.percentile(95) / 1_000;
  return {
    title: `${name}, ${rate} messages a second for ${seconds} s between ${count} people`,
    conditions: `${says}; ${typing} begin to write a second, all sockets cut ${storms} times`,
    latency: new Map([...requests.latency, ['delivered', people.delivery], ...noise.latency]),
    failures: new Map([...requests.failures, ...noise.failures]),
    judgements: [
      {
        what: `${stored} messages stored; ${ledger.received()} arrived, ${missing} missing, ${repeated} twice, ${early} before one that they follow`,
        isMet: missing === 0 && repeated === 0 && early === 0 && ledger.received() === 2 * stored,
      },
      { what: `${requests.lost()} messages without an answer`, isMet: requests.lost() === 0 },
      { what: `${sockets} of ${count} sockets open at the end`, isMet: sockets === count },
      {
        what: `drained ${drainedMs === undefined ? 'never' : `after ${(drainedMs / 1_000).toFixed(1)} s`}`,
        isMet: drainedMs !== undefined,
      },
      ...(deliveredP95Ms === undefined
        ? []
        : [{ what: `p95 of delivery ${p95.toFixed(0)} ms`, isMet: p95 <= deliveredP95Ms }]),
    ],
    facts: [
      `${(stored / passed).toFixed(0)} messages a second over ${passed.toFixed(1)} s; the last had arrived ${arrivedAfter.toFixed(1)} s after`,
      `processor time: driver ${((user + system) / 1e6).toFixed(1)} s, product ${(after.cpuSeconds - idle.cpuSeconds).toFixed(1)} s with opening the sockets`,
      `memory of the driver: ${(heapUsed / 2 ** 20).toFixed(0)} MiB of heap, ${(rss / 2 ** 20).toFixed(0)} MiB in all`,
      ...(typing === 0
        ? []
        : [`${people.typing()} times somebody was seen to begin or end writing`]),
      ...backAfter.map((time) => `everybody was back ${time.toFixed(1)} s after a cut`),
      ...people.strange().map((frame) => `no message: ${frame}`),
    ],
  };
}

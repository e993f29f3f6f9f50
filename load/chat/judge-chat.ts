import type { RecordableHistogram } from 'node:perf_hooks';
import type { LiveResult } from '../live/report.ts';
import type { Judgement } from '../scenarios/scenario.ts';
import type { Ledger } from './ledger.ts';
import type { People } from './people.ts';
import type { ChatOptions, ChatScenario } from './scenarios.ts';
import type { Talk } from './talk.ts';

/** From the moment at which something was to be sent until it is seen, at the 95th percentile. */
const DELIVERED_P95_MS = 100;
const TYPING_P95_MS = 200;
const RECEIPT_P95_MS = 500;

export interface ChatSeen {
  stored: number;
  ledger: Ledger;
  people: People;
  talk: Talk;
  examined: { holds: boolean; text: string };
  killed: readonly string[];
  /** Seconds until everybody was back after a cut. */
  backAfter: readonly number[];
  socketsOpen: number;
  /** Seconds until the last answer, and from there to the last arrival. */
  passed: number;
  arrivedAfter: number;
  drainedMs: number | undefined;
  driverSeconds: number;
  driverBytes: number;
  /** Processor time of the product without its servers; undefined where it was killed. */
  productSeconds: number | undefined;
  socketBytes: number;
}

export function judgeChat(
  { name, says, judgesTimes }: ChatScenario,
  options: ChatOptions,
  seen: ChatSeen,
): LiveResult {
  const { people: count, rate, seconds, typing, receipts, storms, connections } = options;
  const { stored, ledger, people, talk, examined, drainedMs, killed, socketsOpen } = seen;
  const { repeated, early, disordered } = ledger.wrong();
  const missing = ledger.countMissing();
  const lost = talk.lost();
  const times: Judgement[] = [
    within('delivery', people.delivery, DELIVERED_P95_MS),
    ...(typing === 0 ? [] : [within('typing', people.typing.latency, TYPING_P95_MS)]),
    ...(receipts === 0 ? [] : [within('a receipt', people.receipts.latency, RECEIPT_P95_MS)]),
  ];
  return {
    title: `${name}, ${rate} messages a second for ${seconds} s between ${count} people`,
    conditions: `${says}; ${connections} connections send; ${typing} begin to write and ${receipts} acknowledge a second, all sockets cut ${storms} times, killed: ${killed.join(', ') || 'nothing'}`,
    latency: new Map([
      ...talk.latency,
      ['delivered', people.delivery],
      ...(typing === 0 ? [] : [['typing seen', people.typing.latency] as const]),
      ...(receipts === 0 ? [] : [['receipt seen', people.receipts.latency] as const]),
    ]),
    failures: talk.failures,
    judgements: [
      {
        what: `${ledger.written()} messages written, ${stored} stored; ${ledger.received()} arrived, ${missing} missing, ${repeated} twice, ${early} before one that they follow, ${disordered} not in the order in which they were written`,
        isMet:
          missing + repeated + early + disordered === 0 &&
          stored === ledger.written() &&
          ledger.received() === 2 * stored,
      },
      { what: `${lost} messages given up`, isMet: lost === 0 },
      {
        what: `${socketsOpen} of ${count} sockets open at the end`,
        isMet: socketsOpen === count,
      },
      {
        what: `drained ${drainedMs === undefined ? 'never' : `after ${(drainedMs / 1_000).toFixed(1)} s`}`,
        isMet: drainedMs !== undefined,
      },
      {
        what: examined.holds ? 'all invariants hold' : `invariants are broken:\n${examined.text}`,
        isMet: examined.holds,
      },
      ...(judgesTimes ? times : []),
    ],
    facts: [
      `${(stored / seen.passed).toFixed(0)} messages a second over ${seen.passed.toFixed(1)} s; the last had arrived ${seen.arrivedAfter.toFixed(1)} s after`,
      `at most ${talk.mostHeld()} messages waited at those who wrote them; the last was stored ${Math.max(0, seen.passed - seconds).toFixed(1)} s after the last was written`,
      ...describeCost(seen),
      `${(seen.socketBytes / 1_024).toFixed(1)} KB of the product's memory a socket; ${(seen.driverBytes / 2 ** 20).toFixed(0)} MiB of the driver`,
      ...(people.comeBacks() === 0 ? [] : [`${people.comeBacks()} times somebody came back`]),
      ...(typing === 0 ? [] : [`${people.typing.countUnseen()} who began to write were not seen`]),
      ...(receipts === 0 ? [] : [`${people.receipts.countUnseen()} receipts were not seen`]),
      ...seen.backAfter.map((time) => `everybody was back ${time.toFixed(1)} s after a cut`),
      ...people.strange().map((frame) => `seen: ${frame}`),
    ],
  };
}

function within(what: string, latency: RecordableHistogram, mostMs: number): Judgement {
  const p95 = latency.percentile(95) / 1_000;
  return {
    what: `p95 of ${what} ${p95.toFixed(0)} ms`,
    isMet: latency.count > 0 && p95 <= mostMs,
  };
}

function describeCost({ productSeconds, driverSeconds, stored }: ChatSeen): string[] {
  const driver = `driver ${driverSeconds.toFixed(1)} s`;
  if (productSeconds === undefined) return [`processor time: ${driver}`];
  const each = (productSeconds * 1e6) / Math.max(1, stored);
  return [
    `processor time: ${driver}, product ${productSeconds.toFixed(1)} s, which is ${each.toFixed(0)} µs a message`,
  ];
}

import type { RecordableHistogram } from 'node:perf_hooks';
import { Pool } from 'undici';
import { ask, type Reply } from '../driver/ask.ts';
import { count, createLatency, recordMs } from '../driver/tally.ts';

/** Requests under way; beyond, the driver is what fails, and says so. */
const MAX_UNDER_WAY = 200_000;
const ANSWER_MS = 60_000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 2_000;

export interface Requests {
  /** Sent again until `read` gives something or the time for it is over, as an app does it. */
  send: (request: Request) => void;
  latency: ReadonlyMap<string, RecordableHistogram>;
  /** Answers that were none, by kind; with retries a request may have some and still end well. */
  failures: ReadonlyMap<string, number>;
  /** Requests that had no answer in the end. */
  lost: () => number;
  underWay: () => number;
  /** The most at once, those that the driver has not sent yet included. */
  mostUnderWay: () => number;
  idle: () => Promise<void>;
  close: () => Promise<void>;
}

export interface Request {
  name: string;
  token: string;
  body: string;
  dueAt: number;
  /** True when the answer is one. */
  read: (body: string) => boolean;
}

export interface RequestsOptions {
  connections: number;
  /** Sends the same request again for so long (ms); 0 never. */
  retryMs: number;
  /** Requests of one connection that wait for answers at once. More than one is for what may be asked twice. */
  pipelining?: number;
}

export function openRequests(
  url: string,
  { connections, retryMs, pipelining = 1 }: RequestsOptions,
): Requests {
  const timeouts = { headersTimeout: ANSWER_MS, bodyTimeout: ANSWER_MS };
  const pool = new Pool(url, { connections, pipelining, ...timeouts });
  const asksAlone = pipelining > 1;
  const latency = new Map<string, RecordableHistogram>();
  const failures = new Map<string, number>();
  let underWay = 0;
  let mostUnderWay = 0;
  let lost = 0;
  let idle = Promise.withResolvers<void>();

  function end(): void {
    underWay -= 1;
    if (underWay === 0) idle.resolve();
  }

  function attempt(request: Request, waitMs: number): void {
    const answered = (reply: Reply) => {
      if ('body' in reply && reply.status === 200 && request.read(reply.body)) {
        const known = latency.get(request.name) ?? createLatency();
        latency.set(request.name, known);
        recordMs(known, performance.now() - request.dueAt);
        return end();
      }
      count(failures, kindOf(reply));
      if (performance.now() - request.dueAt + waitMs < retryMs) {
        const again = () => attempt(request, Math.min(2 * waitMs, LAST_RETRY_MS));
        setTimeout(again, waitMs * (0.5 + Math.random()));
        return;
      }
      lost += 1;
      end();
    };
    ask(pool, request.token, request.body, answered, { asksAlone });
  }

  return {
    latency,
    failures,
    lost: () => lost,
    underWay: () => underWay,
    mostUnderWay: () => mostUnderWay,
    send(request) {
      if (underWay >= MAX_UNDER_WAY) {
        count(failures, 'driver is full');
        lost += 1;
        return;
      }
      if (underWay === 0) idle = Promise.withResolvers();
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      attempt(request, FIRST_RETRY_MS);
    },
    idle: () => (underWay === 0 ? Promise.resolve() : idle.promise),
    close: () => pool.destroy(),
  };
}

/** Of a request whose answer is data, whatever it says. */
export const isData = (body: string): boolean => body.startsWith('{"data"');

const CODE = /"code":"(\w+)"/;
const TYPENAME = /"__typename":"(\w+)"/;

function kindOf(reply: Reply): string {
  if ('kind' in reply) return reply.kind;
  return CODE.exec(reply.body)?.[1] ?? TYPENAME.exec(reply.body)?.[1] ?? `HTTP ${reply.status}`;
}

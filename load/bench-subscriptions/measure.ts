import { setTimeout as wait } from 'node:timers/promises';
import type { DriverPlan, DriverReport } from './driver.ts';
import { startGateway, startHelper, type Helper } from './processes.ts';

export interface Scenario {
  name: string;
  sockets: number;
  query: string;
  signingKey?: string;
  /** Upstreams that the gateway is expected to hold. */
  upstreams: number;
}

export interface Measured {
  name: string;
  sockets: number;
  events: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  socketBytes: number;
  /** Of the gateway, and beside it of the subgraphs and of the sockets' other end. */
  cpuMsAnEvent: number;
  subgraphMsAnEvent: number;
  driverMsAnEvent: number;
  /** Deliveries that did not arrive in time. */
  missing: number;
}

const WARM_UP_EVENTS = 3;
const EVENTS = 15;
/** Longest that one event may take to reach everybody. */
const EVENT_MS = 20_000;
const OPEN_MS = 120_000;
/** The gateway is idle in between, so that each event is measured alone. */
const PAUSE_MS = 200;
const POLL_MS = 100;

/** One scenario on a gateway of its own: its memory starts from nothing. */
export async function measure(
  scenario: Scenario,
  {
    supergraphFile,
    subgraphs,
    env,
  }: {
    supergraphFile: string;
    subgraphs: Helper;
    env: Readonly<Record<string, string>>;
  },
): Promise<Measured> {
  const gateway = await startGateway(supergraphFile, env);
  const driver = startHelper('driver.ts');
  try {
    // A first client, so that code and caches are not counted as sockets.
    const { query, sockets, signingKey } = scenario;
    const plan: DriverPlan = {
      url: gateway.url,
      query,
      sockets,
      ...(signingKey !== undefined && { signingKey }),
    };
    const warm = startHelper('driver.ts');
    await openSockets(warm, { ...plan, sockets: 200 });
    await warm.stop();
    await listening(subgraphs, 0);
    const rssBefore = gateway.rssBytes();

    await openSockets(driver, plan);
    await listening(subgraphs, scenario.upstreams);
    await wait(PAUSE_MS);
    const rssAfter = gateway.rssBytes();

    for (let event = 0; event < WARM_UP_EVENTS; event += 1) await deliver(subgraphs, driver);
    const parts = [gateway, subgraphs, driver];
    const cpuBefore = parts.map((part) => part.cpuMs());
    const delaysMs: number[] = [];
    for (let event = 0; event < EVENTS; event += 1) {
      delaysMs.push(...(await deliver(subgraphs, driver)));
    }
    const [cpuMs = 0, subgraphMs = 0, driverMs = 0] = parts.map(
      (part, index) => part.cpuMs() - (cpuBefore[index] ?? 0),
    );

    delaysMs.sort((a, b) => a - b);
    const at = (part: number) => delaysMs[Math.ceil(delaysMs.length * part) - 1] ?? Number.NaN;
    return {
      name: scenario.name,
      sockets,
      events: EVENTS,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      maxMs: at(1),
      socketBytes: (rssAfter - rssBefore) / sockets,
      cpuMsAnEvent: cpuMs / EVENTS,
      subgraphMsAnEvent: subgraphMs / EVENTS,
      driverMsAnEvent: driverMs / EVENTS,
      missing: sockets * EVENTS - delaysMs.length,
    };
  } finally {
    await Promise.all([driver.stop(), gateway.stop()]);
    await listening(subgraphs, 0);
  }
}

async function openSockets(driver: Helper, plan: DriverPlan): Promise<void> {
  const opened = driver.next<DriverReport & { kind: 'open' }>('open');
  driver.send(plan);
  const { failed } = await within(opened, OPEN_MS, 'the sockets did not open');
  if (failed > 0) throw new Error(`${failed} of ${plan.sockets} sockets could not be opened`);
}

/** Publishes one event, and waits until everybody has it or its time is over. */
async function deliver(subgraphs: Helper, driver: Helper): Promise<number[]> {
  const told = driver.next<DriverReport & { kind: 'event' }>('event');
  subgraphs.send('publish');
  const late = setTimeout(() => driver.send('report'), EVENT_MS);
  const { delaysMs } = await told;
  clearTimeout(late);
  await wait(PAUSE_MS);
  return delaysMs;
}

/** Until the gateway holds this many upstreams. */
async function listening(subgraphs: Helper, upstreams: number): Promise<void> {
  const deadline = Date.now() + OPEN_MS;
  for (;;) {
    const counted = subgraphs.next<{ kind: 'count'; listeners: number }>('count');
    subgraphs.send('count');
    const { listeners } = await counted;
    if (listeners === upstreams) return;
    if (Date.now() > deadline) {
      throw new Error(`the gateway holds ${listeners} upstreams in place of ${upstreams}`);
    }
    await wait(POLL_MS);
  }
}

function within<Value>(promise: Promise<Value>, ms: number, message: string): Promise<Value> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(message)), ms).unref();
  });
  return Promise.race([promise, late]);
}

import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startDrivers, type Driving } from './driver/drivers.ts';
import { secondsOf } from './driver/plan.ts';
import type { Tally } from './driver/tally.ts';
import type { Laboratory } from './laboratory.ts';
import { readMetrics } from './metrics.ts';
import type { LoadArguments } from './read-arguments.ts';
import { journeysOfRehearsal, REHEARSAL_SHARE } from './rehearsal.ts';
import { createTimeline, type Timeline } from './report/timeline.ts';
import { progressLine } from './report/progress.ts';
import type { Judgement, Scenario, ScenarioOptions } from './scenarios/scenario.ts';
import { judgeRun } from './judge-run.ts';
import { settle, type Settled } from './settle.ts';
import { openShop, type Shop } from './shop.ts';

export interface RunResult {
  total: Tally;
  timeline: Timeline;
  settled: Settled;
  judgements: readonly Judgement[];
  invariants: { holds: boolean; text: string };
  /** Processor time while journeys were under way, in seconds: of this process, and of the product. */
  cpu: { driver: number; product: number };
  seconds: number;
  ordersFile: string;
}

/** Threads and their connections are there by then. */
const LEAD_MS = 1_500;
const SAMPLE_MS = 1_000;

/** Prepares the shop, runs the scenario against it, waits for its orders, and looks at the invariants. */
export async function runScenario(
  laboratory: Laboratory,
  { scenario, options, drivers }: LoadArguments,
  folder: string,
  say: (line: string) => void,
): Promise<RunResult> {
  const { url, metricsUrls } = laboratory.ready;
  const since = new Date();
  const run = `load-${randomUUID().slice(0, 8)}`;
  say(`preparing ${options.users} people`);
  const others = scenario.rehearsedBy === 'others' ? journeysOfRehearsal(options) : 0;
  const { tokensFile } = await laboratory.ask({
    do: 'make-crowd',
    people: options.users + others,
  });
  const [adminToken = ''] = (await readFile(tokensFile, 'utf8')).split('\n', 1);
  const shop = openShop(url, adminToken);
  const { count, units } = scenario.products(options);
  const productIds = await shop.stockProducts(count, units);
  if (scenario.fillsCarts) await laboratory.ask({ do: 'fill-carts', productIds });
  if (options.rehearsalSeconds > 0) {
    const people = others > 0 ? { after: options.users, count: others } : everybody(options);
    await rehearse({ url, tokensFile, people, drivers }, { scenario, options, run, shop, say });
  }
  const placedSince = new Date();
  const journeys = await scenario.prepare(run, productIds, shop);

  const stages = scenario.stages?.(options) ?? [{ seconds: options.seconds, rate: options.rate }];
  const seconds = secondsOf(stages);
  const startsAt = Date.now() + LEAD_MS;
  const timeline = createTimeline(startsAt);
  const before = await readMetrics(metricsUrls);
  const cpuBefore = process.cpuUsage();
  const driving = startDrivers(
    {
      url,
      tokensFile,
      people: everybody(options),
      stages,
      drivers,
      connections: Math.ceil(scenario.connections / drivers),
      journeys: journeys.kinds,
      retryMs: scenario.retryMs,
      startsAt,
    },
    (tally) => timeline.add(tally),
  );
  const watching = watch(driving, timeline, metricsUrls, say);
  const breaking = scenario.breakThings?.({
    laboratory,
    seconds,
    until: (second) => delay(Math.max(0, startsAt + second * 1000 - Date.now())),
    isOver: () => Date.now() > startsAt + seconds * 1000,
    note: (text) => timeline.note(text),
    end: () => driving.stop(),
  });
  try {
    await Promise.all([driving.done, breaking]);
  } catch (error) {
    await driving.abandon();
    throw error;
  } finally {
    watching.stop();
  }
  const after = await readMetrics(metricsUrls);
  const { user, system } = process.cpuUsage(cpuBefore);

  const ordersFile = join(folder, 'orders.txt');
  await mkdir(folder, { recursive: true });
  await writeFile(ordersFile, driving.total.orderIds.map((id) => `${id}\n`).join(''));
  const settled = await settle({ shop, metricsUrls, since: placedSince, atEnd: after, say });
  const judgements = [
    ...judgeRun(scenario.target, driving.total, settled),
    ...((await journeys.judge?.()) ?? []),
  ];
  say('looking at the invariants');
  const invariants = await laboratory.ask({
    do: 'examine',
    since: since.toISOString(),
    ordersFile,
  });
  return {
    total: driving.total,
    timeline,
    settled,
    judgements,
    invariants,
    cpu: { driver: (user + system) / 1e6, product: after.cpuSeconds - before.cpuSeconds },
    seconds: (timeline.lastAt() - startsAt) / 1000,
    ordersFile,
  };
}

const everybody = ({ users }: ScenarioOptions) => ({ after: 0, count: users });

interface Rehearsal {
  scenario: Scenario;
  options: ScenarioOptions;
  run: string;
  shop: Shop;
  say: (line: string) => void;
}

/** So long what a rehearsal has begun may go on. */
const REST_MS = 5_000;

/** The same journeys with goods of their own, unless carts are full at first: compilers and caches know their way afterwards. */
async function rehearse(
  where: Pick<Parameters<typeof startDrivers>[0], 'url' | 'tokensFile' | 'people' | 'drivers'>,
  { scenario, options, run, shop, say }: Rehearsal,
): Promise<void> {
  say(`rehearsing for ${options.rehearsalSeconds} s`);
  const { count, units } = scenario.products(options);
  const productIds = await shop.stockProducts(count, units);
  const { kinds } = await scenario.prepare(`${run}-rehearsal`, productIds, shop);
  const { done } = startDrivers(
    {
      ...where,
      stages: [{ seconds: options.rehearsalSeconds, rate: options.rate / REHEARSAL_SHARE }],
      connections: Math.ceil(scenario.connections / where.drivers),
      journeys: kinds,
      retryMs: scenario.retryMs,
      startsAt: Date.now() + LEAD_MS,
    },
    () => undefined,
  );
  await done;
  await delay(REST_MS);
}

/** Reads the metrics and tells how it goes, about once a second. */
function watch(
  { total }: Driving,
  timeline: Timeline,
  urls: readonly string[],
  say: (line: string) => void,
): { stop: () => void } {
  let isReading = false;
  const watching = setInterval(() => {
    if (isReading) return;
    isReading = true;
    void readMetrics(urls).then((sample) => {
      isReading = false;
      timeline.sample(sample);
      say(progressLine(timeline, total, sample));
      return undefined;
    });
  }, SAMPLE_MS);
  return { stop: () => clearInterval(watching) };
}

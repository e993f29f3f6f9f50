import { readFile } from 'node:fs/promises';
import { Pool } from 'undici';
import { ask } from './ask.ts';
import type { DrivePlan, StepPlan } from './plan.ts';
import { readOutcome, type Outcome } from './read-outcome.ts';
import { createSchedule } from './schedule.ts';
import { count, createLatency, createTally, recordMs, type Tally } from './tally.ts';

/** How often the clock is looked at: the most that a journey begins too late, which counts as its latency. */
const TICK_MS = 4;
const TALLY_MS = 1_000;
/** Journeys under way; beyond, the driver is what fails, and says so. */
const MAX_UNDER_WAY = 50_000;
const ANSWER_MS = 30_000;
const CONNECT_MS = 5_000;
/** Between two tries of a request: doubled from the first to the last. */
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;

interface Journey {
  number: number;
  token: string;
  steps: readonly StepPlan[];
  /** When it was to begin, as performance.now(). */
  beganAt: number;
  /** Of the last answer that had one. */
  id?: string;
}

/**
 * Begins journeys by the clock and tells what came of them about once a second. Latency counts from the moment at which a
 * journey was to begin, so a server that makes the driver late is charged with it.
 */
export async function drive(
  plan: DrivePlan,
  onTally: (tally: Tally) => void,
  stopping: AbortSignal,
): Promise<void> {
  const everybody = (await readFile(plan.tokensFile, 'utf8')).trimEnd().split('\n').slice(1);
  const { after, count: people } = plan.people;
  const tokens = everybody.slice(after, after + people);
  const pool = new Pool(plan.url, {
    connections: plan.connections,
    headersTimeout: ANSWER_MS,
    bodyTimeout: ANSWER_MS,
    connectTimeout: CONNECT_MS,
  });
  const schedule = createSchedule(plan.stages);
  let tally = createTally();
  let next = plan.driver;
  let underWay = 0;
  const { promise: isDone, resolve: finish } = Promise.withResolvers<void>();
  const startedAt = performance.now() + (plan.startsAt - Date.now());

  const ticking = setInterval(tick, TICK_MS);
  const telling = setInterval(() => tell(false), TALLY_MS);
  await isDone;
  clearInterval(ticking);
  clearInterval(telling);
  tell(true);
  await pool.destroy();

  function tick(): void {
    const seconds = (performance.now() - startedAt) / 1000;
    if (seconds < 0) return;
    if (!stopping.aborted) {
      const due = schedule.dueBy(seconds);
      for (; next < due; next += plan.drivers) begin(next);
    }
    if ((stopping.aborted || seconds > schedule.seconds) && underWay === 0) finish();
  }

  function tell(isLast: boolean): void {
    onTally({ ...tally, isLast });
    tally = createTally();
  }

  function begin(number: number): void {
    tally.begun += 1;
    if (underWay >= MAX_UNDER_WAY) {
      count(tally.failures, 'driver is full');
      count(tally.outcomes, 'driver is full');
      tally.ended += 1;
      return;
    }
    underWay += 1;
    const steps = plan.journeys[number % plan.journeys.length] ?? [];
    const token = tokens[number % tokens.length] ?? '';
    const beganAt = startedAt + schedule.momentOf(number) * 1000;
    takeStep({ number, token, steps, beganAt }, 0, beganAt, FIRST_RETRY_MS);
  }

  function takeStep(journey: Journey, index: number, from: number, retryMs: number): void {
    const step = journey.steps[index];
    if (step === undefined) return;
    tally.requests += 1;
    ask(
      pool,
      journey.token,
      step.pieces.join(step.gap === 'id' ? (journey.id ?? '') : String(journey.number)),
      (reply) => {
        const outcome = readOutcome(reply, step.field);
        if (!outcome.isAnswer) count(tally.failures, outcome.name);
        if (outcome.mayRetry && performance.now() - from + retryMs < plan.retryMs) {
          const again = () => takeStep(journey, index, from, Math.min(retryMs * 2, LAST_RETRY_MS));
          setTimeout(again, retryMs * (0.5 + Math.random()));
          return;
        }
        endStep(journey, index, from, outcome);
      },
    );
  }

  function endStep(journey: Journey, index: number, from: number, outcome: Outcome): void {
    const step = journey.steps[index];
    const now = performance.now();
    if (step !== undefined) recordMs(latencyOf(tally, step.name), now - from);
    const isLast = index === journey.steps.length - 1;
    if (step?.placesOrder === true && outcome.name === 'Order' && outcome.id !== undefined) {
      tally.orderIds.push(outcome.id);
    }
    if (!isLast && step?.goesOnWith.includes(outcome.name) === true) {
      if (outcome.id !== undefined) journey.id = outcome.id;
      const wait = (journey.steps[index + 1]?.afterMs ?? 0) * Math.random();
      const goOn = () => takeStep(journey, index + 1, performance.now(), FIRST_RETRY_MS);
      if (wait === 0) goOn();
      else setTimeout(goOn, wait);
      return;
    }
    recordMs(tally.journey, now - journey.beganAt);
    count(tally.outcomes, outcome.name);
    tally.ended += 1;
    underWay -= 1;
  }
}

function latencyOf(tally: Tally, step: string) {
  const known = tally.latency.get(step);
  if (known !== undefined) return known;
  const latency = createLatency();
  tally.latency.set(step, latency);
  return latency;
}

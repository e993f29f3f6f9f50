import type { Tally } from './driver/tally.ts';
import type { Judgement, Target } from './scenarios/scenario.ts';
import type { Settled } from './settle.ts';

/** What the shop may answer, beside an order: the rest is a failure. */
const ANSWERS = new Set([
  'Order',
  'OrderNotCancellable',
  'OutOfStock',
  'QueuePlace',
  'SoldOut',
  'LimitReached',
  'SaleEnded',
]);

export function failureShareOf({ outcomes, ended }: Tally, { mayBeBusy }: Target): number {
  const failures = Array.from(outcomes).filter(
    ([name]) => !ANSWERS.has(name) && !(mayBeBusy === true && name === 'Busy'),
  );
  return ended === 0 ? 1 : failures.reduce((sum, [, times]) => sum + times, 0) / ended;
}

export function describeTarget(target: Target): string {
  const { step, p95Ms, maxMs, failureShare, lag, settledWithinMs } = target;
  return [
    ...(p95Ms === undefined ? [] : [`p95 of ${step} within ${p95Ms} ms`]),
    ...(maxMs === undefined ? [] : [`every ${step} within ${maxMs} ms`]),
    failureShare === 0 ? 'no failure' : `failures below ${failureShare * 100} %`,
    ...(lag === undefined ? [] : [`consumer lag below ${lag} at the end`]),
    `every order paid or cancelled ${settledWithinMs / 1000} s later`,
    'all invariants hold',
  ].join(', ');
}

export function judgeRun(target: Target, total: Tally, settled: Settled): Judgement[] {
  const latency = total.latency.get(target.step);
  const p95 = (latency?.percentile(95) ?? Infinity) / 1000;
  const max = (latency?.max ?? Infinity) / 1000;
  const share = failureShareOf(total, target);
  const { p95Ms, maxMs, lag } = target;
  const { paidAfterMs, lagAtEnd } = settled;
  return [
    ...(p95Ms === undefined ? [] : [{ what: `p95 ${p95.toFixed(0)} ms`, isMet: p95 <= p95Ms }]),
    ...(maxMs === undefined ? [] : [{ what: `slowest ${max.toFixed(0)} ms`, isMet: max <= maxMs }]),
    {
      what: `${(share * 100).toFixed(2)} % failures`,
      isMet: share === 0 || share < target.failureShare,
    },
    ...(lag === undefined ? [] : [{ what: `lag ${lagAtEnd} at the end`, isMet: lagAtEnd < lag }]),
    {
      what:
        paidAfterMs === undefined
          ? 'some orders are neither paid nor cancelled'
          : `every order paid or cancelled after ${(paidAfterMs / 1000).toFixed(1)} s`,
      isMet: paidAfterMs !== undefined && paidAfterMs <= target.settledWithinMs,
    },
  ];
}

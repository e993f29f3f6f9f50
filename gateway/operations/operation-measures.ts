import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';
import { createAmounts, createTimings } from '../../platform/telemetry/timings.ts';

/** What every operation is counted with. */
export interface OperationMeasures {
  ran: (operation: string, run: MeasuredRun) => void;
}

export interface MeasuredRun {
  ms: number;
  isFailed: boolean;
  estimatedCost: number;
  actualCost: number;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [1, 10, 100, 1_000, 10_000, 100_000];

/** Counted as plain numbers: the library's own counting takes 4 % of a request whose subgraphs are in this process. */
export function createOperationMeasures(metrics: Metrics): OperationMeasures {
  const answered = new Map<string, { ok: number; error: number }>();
  counter(metrics, {
    name: 'gateway_requests_total',
    help: 'operations answered',
    labelNames: ['operation', 'outcome'],
    collect() {
      this.reset();
      for (const [operation, { ok, error }] of answered) {
        if (ok > 0) this.inc({ operation, outcome: 'ok' }, ok);
        if (error > 0) this.inc({ operation, outcome: 'error' }, error);
      }
    },
  });
  const seconds = createTimings(metrics, {
    name: 'gateway_request_duration_seconds',
    help: 'from the admitted operation to its answer',
    label: 'operation',
    buckets: SECONDS,
  });
  const costs = createAmounts(metrics, {
    name: 'gateway_operation_cost',
    help: 'of an operation by @cost and @listSize: estimated before it runs, actual after',
    label: 'kind',
    buckets: COSTS,
  });
  const [estimated, actual] = [costs.of('estimated'), costs.of('actual')];

  return {
    ran(operation, { ms, isFailed, estimatedCost, actualCost }) {
      let counts = answered.get(operation);
      // Registered operations alone have names of their own: there are as many as somebody has registered.
      if (counts === undefined) answered.set(operation, (counts = { ok: 0, error: 0 }));
      counts[isFailed ? 'error' : 'ok'] += 1;
      seconds.of(operation).observe(ms);
      estimated.observe(estimatedCost);
      actual.observe(actualCost);
    },
  };
}

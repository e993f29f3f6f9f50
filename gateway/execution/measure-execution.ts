import type { ExecutionResult } from 'graphql';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import { counter, histogram, type Metrics } from '../../platform/telemetry/metrics.ts';
import { createTimings, type Timing } from '../../platform/telemetry/timings.ts';

/** What the execution of operations tells of itself. */
export interface ExecutionMeasures {
  /** The same connections, timed. */
  measured: (
    connect: (subgraph: string) => SubgraphConnection,
  ) => (subgraph: string) => SubgraphConnection;
  /** Milliseconds. */
  onPlanned: (ms: number) => void;
  onCompiled: (ms: number) => void;
  onRepresentations: (waiting: number, sent: number) => void;
  /** A fetch that joined one under way. */
  onShared: () => void;
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WORK_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

export function createExecutionMeasures(metrics: Metrics): ExecutionMeasures {
  const seconds = createTimings(metrics, {
    name: 'gateway_subgraph_duration_seconds',
    help: 'from a fetch to its answer, with all attempts',
    label: 'subgraph',
    buckets: SECONDS,
  });
  const failures = counter(metrics, {
    name: 'gateway_subgraph_failures_total',
    help: 'fetches whose answer had errors, and those without an answer',
    labelNames: ['subgraph', 'kind'],
  });
  const plans = histogram(metrics, {
    name: 'gateway_plan_duration_seconds',
    help: 'to plan an operation that had no plan',
    buckets: WORK_SECONDS,
  });
  const compilations = histogram(metrics, {
    name: 'gateway_compile_duration_seconds',
    help: 'to compile an operation before its first run',
    buckets: WORK_SECONDS,
  });
  const shared = counter(metrics, {
    name: 'gateway_shared_reads_total',
    help: 'fetches that were not sent, as the same one was under way (GATEWAY_SHARE_READS)',
  });
  let waiting = 0;
  let sent = 0;
  counter(metrics, {
    name: 'gateway_entities_total',
    help: 'entities that waited for a fetch, and different ones that were asked for: sent by waiting is what deduplication leaves',
    labelNames: ['kind'],
    // Counted as plain numbers: it happens in every fetch.
    collect() {
      this.reset();
      this.inc({ kind: 'waiting' }, waiting);
      this.inc({ kind: 'sent' }, sent);
    },
  });

  return {
    measured(connect) {
      const known = new Map<string, { source: SubgraphConnection; timed: SubgraphConnection }>();
      return (name) => {
        const source = connect(name);
        const found = known.get(name);
        if (found?.source === source) return found.timed;
        const timed = time(source, seconds.of(name));
        known.set(name, { source, timed });
        return timed;
      };
    },
    onShared: () => shared.inc(),
    onPlanned: (ms) => plans.observe(ms / 1000),
    onCompiled: (ms) => compilations.observe(ms / 1000),
    onRepresentations(objects, representations) {
      waiting += objects;
      sent += representations;
    },
  };

  function time(source: SubgraphConnection, timing: Timing): SubgraphConnection {
    const { name } = source;
    return {
      ...source,
      execute(request) {
        const start = performance.now();
        const answer = source.execute(request);
        // Who answers at once is not made to wait for a turn.
        if (!(answer instanceof Promise)) return ended(answer, start);
        return answer.then(
          (result) => ended(result, start),
          (error: unknown) => {
            timing.observe(performance.now() - start);
            failures.inc({ subgraph: name, kind: 'no answer' });
            throw error;
          },
        );
      },
    };

    function ended(result: ExecutionResult, start: number): ExecutionResult {
      timing.observe(performance.now() - start);
      if (result.errors !== undefined) failures.inc({ subgraph: name, kind: 'errors' });
      return result;
    }
  }
}

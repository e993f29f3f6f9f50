import type { IncomingMessage, ServerResponse } from 'node:http';
import { withinTime } from '../resilience/within-time.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { answerMetrics, type MetricsAccess } from './metrics-endpoint.ts';

/** A part that a process needs, by name: resolves when it works. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>;

const CHECK_TIMEOUT_MS = 2_000;

export interface HealthOptions {
  metrics: Metrics;
  /** Everybody, when nothing else is said. */
  metricsAccess?: MetricsAccess;
  checks: ReadinessChecks;
  /** True once the process has begun to stop: it still answers, but wants no new work. */
  isDraining: () => boolean;
}

/**
 * `/health`: the process runs (restart it otherwise). `/ready`: it can serve (send it requests), with
 * each check's result. `/metrics`: Prometheus text, for those who may. Returns false for any other path.
 */
export function createHealthEndpoints({
  metrics,
  metricsAccess: access = { kind: 'everybody' },
  checks,
  isDraining,
}: HealthOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const [path] = (request.url ?? '').split('?', 1);
    if (path === '/health') {
      sendJson(response, 200, { status: 'ok' });
    } else if (path === '/ready') {
      const results = await runChecks(checks);
      const isReady = !isDraining() && Object.values(results).every((result) => result === 'ok');
      sendJson(response, isReady ? 200 : 503, {
        status: isReady ? 'ready' : isDraining() ? 'draining' : 'not ready',
        checks: results,
      });
    } else if (path === '/metrics') {
      await answerMetrics(request, response, { metrics, access });
    } else {
      return false;
    }
    return true;
  };
}

export async function runChecks(checks: ReadinessChecks): Promise<Record<string, string>> {
  const entries = Object.entries(checks).map(async ([name, check]) => {
    const outcome = Promise.resolve()
      .then(check)
      .then(
        () => 'ok',
        () => 'failed',
      );
    return [name, await withinTime(outcome, CHECK_TIMEOUT_MS, 'no answer')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(body));
}

import type { ApolloServerPlugin } from '@apollo/server';
import { counter, histogram, type Metrics } from '../../platform/telemetry/metrics.ts';
import type { GatewayContext } from '../execution/apollo-gateway.ts';
import type { PersistedOperations } from './persisted-operations.ts';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Requests, errors and latency by operation. Only registered operations have a name here: names that
 * clients make up would grow without bound.
 */
export function requestMetrics(
  metrics: Metrics,
  persisted: PersistedOperations,
): ApolloServerPlugin<GatewayContext> {
  const requests = counter(metrics, {
    name: 'gateway_requests_total',
    help: 'operations answered over HTTP',
    labelNames: ['operation', 'outcome'],
  });
  const seconds = histogram(metrics, {
    name: 'gateway_request_duration_seconds',
    help: 'from the parsed request to the answer',
    labelNames: ['operation'],
    buckets: SECONDS,
  });

  return {
    requestDidStart() {
      const start = performance.now();
      return Promise.resolve({
        willSendResponse({ source, operationName, response, contextValue }) {
          if (contextValue.isWarming === true) return Promise.resolve();
          const isKnown = source !== undefined && persisted.has(source);
          const operation = isKnown ? (operationName ?? 'unnamed') : 'other';
          const { body } = response;
          const hasErrors = body.kind === 'single' && body.singleResult.errors !== undefined;
          requests.inc({ operation, outcome: hasErrors ? 'error' : 'ok' });
          seconds.observe({ operation }, (performance.now() - start) / 1000);
          return Promise.resolve();
        },
      });
    },
  };
}

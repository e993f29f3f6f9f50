import { counter, gauge, histogram, type Metrics } from '#platform/telemetry/metrics.ts';
import type { Step } from './saga/progress-orders.ts';

export type OrderMetrics = ReturnType<typeof createOrderMetrics>;

/** What checkout answered, and how the payment provider did. */
export type PaymentAttemptOutcome =
  'charged' | 'declined' | 'timed_out' | 'failed' | 'skipped' | 'refunded';

export function createOrderMetrics(metrics: Metrics) {
  const orders = counter(metrics, {
    name: 'orders_total',
    help: 'Orders that came to a status',
    labelNames: ['status', 'type'],
  });
  const placement = histogram(metrics, {
    name: 'order_duration_seconds',
    help: 'From the request to the stored order',
    buckets: [0.1, 0.3, 0.5, 1, 2, 5],
  });
  const payments = counter(metrics, {
    name: 'payment_attempts_total',
    help: 'Questions to the payment provider by outcome',
    labelNames: ['outcome'],
  });
  const confirmation = histogram(metrics, {
    name: 'order_confirmation_seconds',
    help: 'From placement to CONFIRMED',
    buckets: [0.1, 0.3, 0.5, 1, 2, 5, 10, 30],
  });
  const swept = counter(metrics, {
    name: 'orders_swept_total',
    help: 'Orders that had not moved, by what the sweeper did: announced, given_up',
    labelNames: ['action'],
  });

  return {
    /** An order, and how long its buyer waited for it; undefined when it came from a queue. */
    placed(seconds: number | undefined, type: 'shop' | 'flash' = 'shop') {
      orders.inc({ status: 'PENDING', type });
      if (seconds !== undefined) placement.observe(seconds);
    },
    moved(steps: readonly Step[]) {
      for (const { before, after } of steps) {
        if (before.status === after.status) continue;
        orders.inc({ status: after.status, type: 'shop' });
        if (after.status !== 'CONFIRMED' || before.status !== 'AWAITING_PAYMENT') continue;
        confirmation.observe((after.updatedAt.getTime() - after.placedAt.getTime()) / 1000);
      }
    },
    watchCharges(underWay: () => number) {
      gauge(metrics, {
        name: 'payments_under_way',
        help: 'Charges that this process has begun and that are not ended',
        collect() {
          this.set(underWay());
        },
      });
    },
    asked(outcome: PaymentAttemptOutcome) {
      payments.inc({ outcome });
    },
    swept(action: 'announced' | 'given_up', count: number) {
      swept.inc({ action }, count);
    },
  };
}

import { counter, type Metrics } from '#platform/telemetry/metrics.ts';

export function countNotifications(metrics: Metrics) {
  return counter(metrics, {
    name: 'accounts_notifications_total',
    help: 'Notifications by channel and by the status they reached',
    labelNames: ['channel', 'status'],
  });
}

import { openMetricsPort, type MetricsSettings } from '../http/metrics-endpoint.ts';
import type { Log } from '../telemetry/log.ts';
import { createMetrics, type Metrics } from '../telemetry/metrics.ts';
import { createTracing, type Tracing } from '../telemetry/tracing.ts';
import type { Lifecycle } from './lifecycle.ts';

export interface TelemetrySettings extends MetricsSettings {
  TRACE_EXPORTER_URL: string | undefined;
  TRACE_SAMPLE_RATIO: number;
}

export interface TelemetryOptions {
  service: string;
  log: Log;
  lifecycle: Lifecycle;
  /** Of what every process measures of itself: tells a thread from its process. */
  metricsPrefix?: string;
}

/** What a process tells of itself beside its log, until it stops. */
export async function openTelemetry(
  settings: TelemetrySettings,
  { service, log, lifecycle, metricsPrefix }: TelemetryOptions,
): Promise<{ metrics: Metrics; tracing: Tracing | undefined }> {
  const metrics = createMetrics(metricsPrefix);
  await openMetricsPort(settings, metrics, lifecycle);
  const tracing = await createTracing({
    exporterUrl: settings.TRACE_EXPORTER_URL,
    sampleRatio: settings.TRACE_SAMPLE_RATIO,
    service,
    log,
  });
  lifecycle.onStop('traces', () => tracing?.close());
  return { metrics, tracing };
}

import { timingSafeEqual, createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Lifecycle } from '../process/lifecycle.ts';
import { writeMetrics, type Metrics } from '../telemetry/metrics.ts';
import { closeServer, listen } from './listen.ts';

export interface MetricsSettings {
  PLAZA_ENV: string;
  METRICS_TOKEN?: string | undefined;
  METRICS_HOST: string;
  METRICS_PORT: number;
}

/** Who may read `/metrics` where requests of others arrive as well. */
export type MetricsAccess =
  | { kind: 'everybody' }
  | { kind: 'bearer'; token: string }
  /** They are on a port of their own, or nobody has said who may read them. */
  | { kind: 'nobody' };

/** A public port has them for everybody in development only; one that only the network inside reaches, always. */
export function metricsAccessOf(
  { PLAZA_ENV, METRICS_TOKEN, METRICS_PORT }: MetricsSettings,
  isPublicPort: boolean,
): MetricsAccess {
  if (METRICS_PORT !== 0) return { kind: 'nobody' };
  if (METRICS_TOKEN !== undefined) return { kind: 'bearer', token: METRICS_TOKEN };
  return isPublicPort && PLAZA_ENV === 'production' ? { kind: 'nobody' } : { kind: 'everybody' };
}

export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, access }: { metrics: Metrics; access: MetricsAccess },
): Promise<void> {
  if (access.kind === 'nobody') {
    response.writeHead(404, PLAIN).end('metrics are not here: see METRICS_PORT and METRICS_TOKEN');
  } else if (access.kind === 'bearer' && !hasToken(request, access.token)) {
    response
      .writeHead(401, { ...PLAIN, 'www-authenticate': 'Bearer' })
      .end('expected authorization: Bearer <METRICS_TOKEN>');
  } else {
    response
      .writeHead(200, { 'content-type': metrics.contentType })
      .end(await writeMetrics(metrics));
  }
}

/** Serves `/metrics` on METRICS_PORT, when it is set, until the process stops. */
export async function openMetricsPort(
  settings: MetricsSettings,
  metrics: Metrics,
  lifecycle: Lifecycle,
): Promise<void> {
  const { METRICS_HOST: host, METRICS_PORT: port, METRICS_TOKEN: token } = settings;
  if (port === 0) return;
  const access: MetricsAccess =
    token === undefined ? { kind: 'everybody' } : { kind: 'bearer', token };
  const server = createServer(TIMEOUTS, (request, response) => {
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== '/metrics') {
      response.writeHead(404, PLAIN).end('expected /metrics');
      return;
    }
    answerMetrics(request, response, { metrics, access }).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : new Error(String(error))),
    );
  });
  await listen(server, { host, port, setting: 'METRICS_PORT' });
  lifecycle.onStop('metrics', () => closeServer(server, 0));
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };
const TIMEOUTS = { headersTimeout: 5_000, requestTimeout: 10_000 };

/** Compared in a time that tells nothing of how much of it was right. */
function hasToken({ headers }: IncomingMessage, token: string): boolean {
  return timingSafeEqual(digestOf(headers.authorization ?? ''), digestOf(`Bearer ${token}`));
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();

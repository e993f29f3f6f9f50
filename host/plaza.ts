import { createGateway } from '../gateway/create-gateway.ts';
import { openGateway } from '../gateway/http/open-gateway.ts';
import { gatewaySettings } from '../gateway/settings.ts';
import { platformSettings } from '../platform/config/platform-settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { createTokenVerifier } from '../platform/identity/access-token.ts';
import type { Lifecycle } from '../platform/process/lifecycle.ts';
import { newId } from '../platform/process/new-id.ts';
import { openTelemetry } from '../platform/process/open-telemetry.ts';
import { connectShared } from '../platform/subgraph/connect-shared.ts';
import type { Log } from '../platform/telemetry/log.ts';
import { addMetrics, type Metrics } from '../platform/telemetry/metrics.ts';
import { startBackgroundThread, type BackgroundThread } from './background-thread.ts';
import { backgroundSettings } from './settings.ts';
import { startSubgraphs } from './start-subgraphs.ts';

export interface PlazaOptions {
  /** Every setting; the servers that it names are running. */
  env: Readonly<Record<string, string | undefined>>;
  log: Log;
  lifecycle: Lifecycle;
  /** Log lines are for people. */
  isPretty: boolean;
  /** PostgreSQL is this installation's own, on this machine. */
  ownsDatabase: boolean;
  /** What works in the background has come to an end that nobody asked for. */
  onCrash: (error: Error) => void;
  /** Runs when the databases are migrated and nothing has arrived yet. */
  beforeOpening: () => Promise<void>;
}

/**
 * The whole product in this process: the gateway, and the subgraphs without HTTP between them; what no request waits for
 * is in a thread of its own. Resolves to its port.
 */
export async function startPlaza(options: PlazaOptions): Promise<number> {
  const { env, log, lifecycle } = options;
  const settings = readSettings(
    { ...platformSettings, ...gatewaySettings, ...backgroundSettings },
    env,
  );
  const { metrics, tracing } = await openTelemetry(settings, { service: 'plaza', log, lifecycle });
  const shared = await connectShared(settings, { log, lifecycle });
  const { redis, bus } = shared;
  const isApart = settings.PLAZA_BACKGROUND_THREAD;
  const { all, connections } = await startSubgraphs(
    { ...shared, env, log, metrics, tracing, work: isApart ? 'requests' : 'everything' },
    lifecycle,
  );
  await options.beforeOpening();
  const background = isApart ? startBackground(options, metrics) : undefined;
  let isWorking = false;

  const gateway = await createGateway({
    uploadSecret: settings.INTERNAL_SECRET,
    settings,
    connections,
    verifyToken: createTokenVerifier(settings.AUTH_PUBLIC_KEY ?? ''),
    redis,
    checks: {
      redis: () => redis.ping(),
      bus: () => bus.ping(),
      'background work': () => (isWorking ? Promise.resolve() : Promise.reject(new Error())),
      ...Object.assign({}, ...all.map(({ checks }) => checks)),
    },
    log,
    metrics,
    tracing,
    newId,
    isDraining: lifecycle.isStopping,
  });
  const port = await openGateway(gateway, settings, lifecycle);
  await Promise.all([background?.ready, ...all.map((subgraph) => subgraph.startBackgroundWork())]);
  isWorking = true;
  return port;
}

function startBackground(
  { env, log, lifecycle, isPretty, ownsDatabase, onCrash }: PlazaOptions,
  metrics: Metrics,
): BackgroundThread {
  const data = { env, logLevel: log.level, isPretty, ownsDatabase };
  const thread = startBackgroundThread(data, onCrash);
  addMetrics(metrics, () => thread.readMetrics());
  lifecycle.onStop('background', () => thread.stop());
  return thread;
}

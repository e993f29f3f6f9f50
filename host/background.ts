import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { platformSettings } from '../platform/config/platform-settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { createLifecycle } from '../platform/process/lifecycle.ts';
import { openTelemetry } from '../platform/process/open-telemetry.ts';
import { connectShared } from '../platform/subgraph/connect-shared.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { readValues } from '../platform/telemetry/metrics.ts';
import type { BackgroundData, FromBackground, ToBackground } from './background-messages.ts';
import { startSubgraphs } from './start-subgraphs.ts';

/** On top of what the process has: a third of the weight of its other threads. 19 is the least that there is. */
const NICER_BY = 5;
const NICEST = 19;
const priority = getPriority();

// What no request waits for: outboxes, consumers and jobs of every subgraph, in a thread of its own.
const { env, logLevel, isPretty, ownsDatabase } = workerData as BackgroundData;
if (process.platform === 'linux') giveWay();
const log = createLog({ level: logLevel, name: 'plaza', isPretty });
const lifecycle = createLifecycle(log);

const settings = readSettings(platformSettings, env);
const { metrics, tracing } = await openTelemetry(
  // The thread that answers requests has them.
  { ...settings, METRICS_PORT: 0 },
  { service: 'plaza', log, lifecycle, metricsPrefix: 'background_' },
);
parentPort?.on('message', (message: ToBackground) => void answer(message));

const shared = await connectShared(settings, { log, lifecycle });
const { all } = await startSubgraphs(
  {
    ...shared,
    env,
    log,
    metrics,
    tracing,
    work: 'background',
    ...(ownsDatabase && process.platform === 'linux' && { onDatabaseSession: giveWay }),
  },
  lifecycle,
);
await Promise.all(all.map((subgraph) => subgraph.startBackgroundWork()));
tell({ kind: 'ready' });

async function answer(message: ToBackground): Promise<void> {
  if (message.kind === 'read-metrics') {
    tell({ kind: 'metrics', id: message.id, values: await readValues(metrics) });
    return;
  }
  await lifecycle.stop();
  tell({ kind: 'stopped' });
  parentPort?.close();
}

function tell(message: FromBackground): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

/**
 * While processors are scarce this thread and its database sessions, each of which is a process of PostgreSQL, come after
 * those that answer requests, and after Redis, which both need. Linux has a priority for each thread, elsewhere it is
 * that of the whole process.
 */
function giveWay(pid = 0): void {
  try {
    setPriority(pid, Math.min(NICEST, priority + NICER_BY));
  } catch {
    // A session that is over already, or of a server that another user runs.
  }
}

import type { IncomingMessage, Server } from 'node:http';
import type { Redis } from 'ioredis';
import type { SettingsOf } from '../../platform/config/settings.ts';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import { counter, gauge, type Metrics } from '../../platform/telemetry/metrics.ts';
import type { Tracing } from '../../platform/telemetry/tracing.ts';
import type { Authenticate } from '../access/authenticate.ts';
import type { Executor } from '../execution/executor.ts';
import type { MaskError } from '../http/mask-errors.ts';
import type { InputBudget } from '../operations/input-budget.ts';
import type { gatewaySettings } from '../settings.ts';
import type { GraphSwitch } from '../supergraph/graph-switch.ts';
import { countedCode, createSocketCounts } from './count-sockets.ts';
import { createEventStreams, type EventStreams } from './event-stream.ts';
import { createOpenUpstream } from './open-upstream.ts';
import { createSeats } from './seats.ts';
import type { Peer } from './socket-connection.ts';
import { createSocketServer } from './socket-server.ts';
import { createStartOperation, type AdmitOperation } from './start-operation.ts';
import { createSubscriptionGroups } from './subscription-groups.ts';
import { startTellingSockets, TELL_MS } from './tell-sockets.ts';

export interface LiveOperationsOptions {
  server: Server;
  settings: SettingsOf<typeof gatewaySettings>;
  graphs: Pick<GraphSwitch, 'current' | 'onSwap'>;
  executor: Executor;
  connect: (subgraph: string) => SubgraphConnection;
  authenticate: Authenticate;
  input: InputBudget;
  admit: AdmitOperation;
  maskError: MaskError;
  peerOf: (request: IncomingMessage) => Peer;
  log: Log;
  metrics: Metrics;
  newId: () => string;
  /** Absent where nothing is traced. */
  tracing?: Tracing | undefined;
  /** Where the figures of sockets are told; without it they are metrics alone. */
  redis?: Redis | undefined;
  tellSocketsEveryMs?: number;
}

export interface LiveOperations {
  /** Answers a request that asks for an event stream; returns false for any other. */
  answerStream: EventStreams['answer'];
  /** Ends sockets and streams in a way that clients come back from. */
  close: () => Promise<void>;
}

/** The protocol's own waiting time for a client to introduce itself. */
const INIT_TIMEOUT_MS = 3_000;
const MINUTE_MS = 60_000;

/** Operations over WebSocket and event streams: their subscriptions share groups, and their clients limits. */
export function createLiveOperations(options: LiveOperationsOptions): LiveOperations {
  const { server, settings, graphs, executor, connect, log, metrics, maskError, newId } = options;
  const groups = createSubscriptionGroups({
    executor,
    openUpstream: createOpenUpstream(connect),
    isServed: (supergraph) => supergraph === graphs.current().supergraph,
    maskError,
    log,
    newId,
    tracing: options.tracing,
  });
  graphs.onSwap(() => groups.endAll());

  const dropped = counter(metrics, {
    name: 'gateway_subscription_drops_total',
    help: 'events not sent to clients that read too slowly',
  });
  const closed = counter(metrics, {
    name: 'gateway_socket_closes_total',
    help: 'WebSocket connections that have ended, by their close code, and those that were not let in',
    labelNames: ['code'],
  });
  const viewerOperations = createSeats(settings.GATEWAY_MAX_OPERATIONS_PER_VIEWER);
  const shared = {
    authenticate: options.authenticate,
    input: options.input,
    start: createStartOperation({ admit: options.admit, groups, maskError }),
    addressSeats: createSeats(settings.GATEWAY_MAX_SOCKETS_PER_ADDRESS),
    viewerOperations,
    overflow: settings.GATEWAY_SLOW_SUBSCRIBERS,
    onDrop: () => dropped.inc(),
    peerOf: options.peerOf,
    log,
    newId,
  };
  const tellEveryMs = options.tellSocketsEveryMs ?? TELL_MS;
  const socketCounts = createSocketCounts(Math.ceil(MINUTE_MS / tellEveryMs));
  const sockets = createSocketServer({
    ...shared,
    server,
    maxSockets: settings.GATEWAY_MAX_SOCKETS,
    viewerSockets: createSeats(settings.GATEWAY_MAX_SOCKETS_PER_VIEWER),
    maxOperationsASocket: settings.GATEWAY_MAX_OPERATIONS_PER_SOCKET,
    maxMessagesASecond: settings.GATEWAY_MAX_MESSAGES_PER_SOCKET,
    initTimeoutMs: INIT_TIMEOUT_MS,
    onClose: (code) => closed.inc({ code: code === 'refused' ? code : countedCode(code) }),
    counts: socketCounts,
  });
  const telling =
    options.redis &&
    startTellingSockets({
      redis: options.redis,
      gateway: newId(),
      read: () => socketCounts.endSlice(sockets.count()),
      log,
      everyMs: tellEveryMs,
    });
  const streams = createEventStreams({
    ...shared,
    maskError,
    maxBodyBytes: settings.GATEWAY_MAX_BODY_BYTES,
    maxStreams: settings.GATEWAY_MAX_SOCKETS,
  });

  const counts: readonly [name: string, help: string, count: () => number][] = [
    ['gateway_sockets', 'open WebSocket connections', sockets.count],
    ['gateway_event_streams', 'open event streams', streams.count],
    ['gateway_live_operations', 'operations under way on sockets and event streams', total],
    ['gateway_subscription_groups', 'open upstreams, each shared by a group', groups.count],
  ];
  for (const [name, help, count] of counts) {
    gauge(metrics, {
      name,
      help,
      collect() {
        this.set(count());
      },
    });
  }

  return {
    answerStream: streams.answer,
    async close() {
      streams.close();
      await sockets.close();
      await telling?.stop();
      // Whoever listened is gone: what is left are upstreams that linger.
      groups.endAll();
    },
  };

  function total(): number {
    return viewerOperations.total();
  }
}

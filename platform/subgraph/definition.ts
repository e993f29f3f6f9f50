import type { SettingsOf, SettingsTable } from '../config/settings.ts';
import type { Store } from '../database/store.ts';
import type { Job } from '../jobs/jobs.ts';
import type { Live } from '../live/live.ts';
import type { EventConsumer } from '../messaging/event-consumer.ts';
import type { Redis } from 'ioredis';
import type { Log } from '../telemetry/log.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { RequestScope } from './connection.ts';
import type { GraphClient } from './graph-client.ts';

/** What a subgraph is given to work with. */
export interface SubgraphParts<Tables, Settings extends SettingsTable> {
  settings: SettingsOf<Settings>;
  store: Store<Tables>;
  redis: Redis;
  live: Live;
  /** Asks other subgraphs. */
  graph: GraphClient;
  log: Log;
  metrics: Metrics;
  /** False where only background work is done. */
  answersRequests: boolean;
  /** Events that a consumer group of this subgraph has not handled yet, wherever it runs; 0 for no group of its own. */
  lagOf: (group: string) => Promise<number>;
  /** Events of this subgraph that are committed and not published yet. */
  outboxPending: () => Promise<number>;
  now: () => Date;
  /** A UUIDv7. */
  newId: () => string;
}

/** What a subgraph does with it. */
export interface SubgraphBehaviour {
  /** A resolver map as codegen types it. */
  resolvers: object;
  /** Called once a request: loaders cache what one viewer may see. */
  createContext: (scope: RequestScope) => unknown;
  consumers?: readonly EventConsumer[];
  jobs?: readonly Job[];
  /** Runs after the migrations and before anything arrives, on each replica. */
  start?: () => Promise<void>;
  stop?: () => Promise<void>;
}

/** What a subgraph is. */
export interface SubgraphDefinition {
  name: string;
  /** The folder that holds `schema.graphql` and `data/migrations/`. */
  directory: URL;
  settings: SettingsTable;
  // The two type parameters are the subgraph's own business: see `defineSubgraph`.
  create: (parts: never) => SubgraphBehaviour | Promise<SubgraphBehaviour>;
}

export function defineSubgraph<Tables, Settings extends SettingsTable>(definition: {
  name: string;
  directory: URL;
  settings: Settings;
  create: (
    parts: SubgraphParts<Tables, Settings>,
  ) => SubgraphBehaviour | Promise<SubgraphBehaviour>;
}): SubgraphDefinition {
  return definition;
}

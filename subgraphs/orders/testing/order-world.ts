import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { readSettings } from '#platform/config/settings.ts';
import type { UserViewer, Viewer } from '#platform/identity/viewer.ts';
import { createLive } from '#platform/live/live.ts';
import type { SubgraphConnection } from '#platform/subgraph/connection.ts';
import type { SubgraphBehaviour, SubgraphParts } from '#platform/subgraph/definition.ts';
import { createSubgraphExecutor } from '#platform/subgraph/executor.ts';
import type { GraphClient } from '#platform/subgraph/graph-client.ts';
import { DateTime } from '#platform/graphql/scalars.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics, type Metrics } from '#platform/telemetry/metrics.ts';
import { testDatabase, type TestDatabase } from '#platform/testing/database.ts';
import { testRedis } from '#platform/testing/redis.ts';
import { INVENTORY_EVENTS } from '#schema/events/inventory-events.ts';
import { ORDER_EVENTS } from '#schema/events/order-events.ts';
import type { CatalogProduct } from '../checkout/catalog-products.ts';
import type { Tables } from '../data/tables.ts';
import { ordersSettings } from '../settings.ts';
import { ordersSubgraph } from '../subgraph.ts';
import { createFakeInventory, type FakeInventory } from './fake-inventory.ts';

export const MIGRATIONS = new URL('../data/migrations/', import.meta.url);

/** Rounds of delivery before a test is told that its events never end. */
const MAX_ROUNDS = 100;
const CHARGES_POLL_MS = 1;

export interface Asked {
  subgraph: string;
  variables: Readonly<Record<string, unknown>>;
}

/** Orders with a catalog and an inventory that are made up, a clock that tests move, and no bus. */
export interface OrderWorld extends AsyncDisposable {
  database: TestDatabase<Tables>;
  redis: Redis;
  subgraph: SubgraphConnection;
  readonly behaviour: SubgraphBehaviour;
  schema: GraphQLSchema;
  parts: SubgraphParts<Tables, typeof ordersSettings>;
  metrics: Metrics;
  products: Map<string, CatalogProduct>;
  inventory: FakeInventory;
  /** What other subgraphs were asked. */
  asked: Asked[];
  /** Lets a test answer, fail or wait in place of another subgraph. */
  intercept: { request?: (asked: Asked) => Promise<unknown> };
  addProduct: (product?: { name?: string; cents?: number; units?: number }) => string;
  advance: (ms: number) => void;
  /** Delivers what the outbox holds, and the answers to it, until there is no more. */
  deliver: () => Promise<void>;
  /** Ends what is under way, and begins anew with the same stores and an empty memory. */
  restart: () => Promise<void>;
  /** Resolves when no charge is under way: they go on beside the consumer that hears of them. */
  chargesEnd: () => Promise<void>;
  runJob: (name: string) => Promise<void>;
  /** Every event that was delivered. */
  delivered: Envelope[];
  /** Types of events of which the next one is lost. */
  lost: Set<string>;
}

export async function orderWorld(env: Record<string, string> = {}): Promise<OrderWorld> {
  const database = await testDatabase<Tables>(MIGRATIONS);
  const { redis, url } = await testRedis();
  const subscriber = new Redis(url, { retryStrategy: () => null });
  const live = createLive({ publisher: redis, subscriber, log: silentLog });
  let time = Date.parse('2026-03-01T12:00:00.000Z');
  const now = () => new Date(time);

  const products = new Map<string, CatalogProduct>();
  const inventory = createFakeInventory(now);
  const asked: Asked[] = [];
  const intercept: OrderWorld['intercept'] = {};
  const metrics = createMetrics();
  const settings = readSettings(ordersSettings, {
    CHECKOUT_RATE: '0',
    PAYMENT_LATENCY_MS: '0',
    ...env,
  });
  const graph: GraphClient = {
    async request<Data>(subgraph: string, _query: string, variables: Asked['variables']) {
      asked.push({ subgraph, variables });
      const answer = await intercept.request?.({ subgraph, variables });
      return (answer ?? answerOf(variables, products)) as Data;
    },
  };
  const parts = {
    settings,
    store: database.store,
    redis,
    live,
    graph,
    log: silentLog,
    metrics,
    answersRequests: true,
    lagOf: () => Promise.resolve(0),
    outboxPending: () => Promise.resolve(0),
    now,
    newId: () => newId(),
  };
  let behaviour = await ordersSubgraph.create(parts as never);
  let chargesOf = metrics;
  const typeDefs = parse(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
  const schema = buildSubgraphSchema([
    { typeDefs, resolvers: { DateTime, ...behaviour.resolvers } as never },
  ]);
  const subgraph = createSubgraphExecutor({
    name: 'orders',
    schema,
    createContext: behaviour.createContext,
    log: silentLog,
  });
  const delivered: Envelope[] = [];
  const lost = new Set<string>();
  const deliverOne = async (topic: string, envelope: Envelope) => {
    if (lost.delete(envelope.type)) return false;
    delivered.push(envelope);
    await handle(behaviour, topic, envelope);
    return true;
  };

  async function chargesEnd(): Promise<void> {
    while ((await chargesOf.getSingleMetric('payments_under_way')?.get())?.values[0]?.value !== 0) {
      await delay(CHARGES_POLL_MS);
    }
  }

  return {
    database,
    redis,
    subgraph,
    get behaviour() {
      return behaviour;
    },
    schema,
    parts,
    metrics,
    products,
    inventory,
    asked,
    intercept,
    delivered,
    lost,

    addProduct({ name = 'Mug', cents = 1_500, units = 100 } = {}) {
      const id = newId();
      const price = { amountCents: cents, currency: 'USD' };
      products.set(id, { id, name, price, status: 'ACTIVE' });
      inventory.stock.set(id, units);
      return id;
    },
    advance: (ms) => void (time += ms),
    chargesEnd,

    async restart() {
      await behaviour.stop?.();
      chargesOf = createMetrics();
      behaviour = await ordersSubgraph.create({ ...parts, metrics: chargesOf } as never);
    },

    async deliver() {
      for (let round = 0; round < MAX_ROUNDS; round++) {
        await chargesEnd();
        const waiting = await takeOutbox(database);
        if (waiting.length === 0) return;
        for (const { topic, envelope } of waiting) {
          if (!(await deliverOne(topic, envelope)) || topic !== ORDER_EVENTS) continue;
          for (const answer of inventory.answer(envelope)) {
            await deliverOne(INVENTORY_EVENTS, answer);
          }
        }
      }
      throw new Error(`events go on after ${MAX_ROUNDS} rounds`);
    },

    async runJob(name) {
      const job = behaviour.jobs?.find((each) => each.name === name);
      if (job === undefined) throw new Error(`there is no job ${name}`);
      await job.run(new AbortController().signal);
    },

    async [Symbol.asyncDispose]() {
      await live.close();
      redis.disconnect();
      await database[Symbol.asyncDispose]();
    },
  };
}

export async function handle(
  { consumers = [] }: SubgraphBehaviour,
  topic: string,
  envelope: Envelope,
): Promise<void> {
  for (const consumer of consumers) {
    if (consumer.topics.includes(topic)) await consumer.handle([envelope]);
  }
}

export async function takeOutbox({ db }: TestDatabase<Tables>) {
  const { rows } = await sql<{ id: string; topic: string; envelope: Envelope }>`
    with taken as (select id, topic, envelope from outbox_waiting), marked as (
      update outbox_position
      set waiting = waiting - (select coalesce(range_agg(int8range(id, id, '[]')), '{}') from taken)
    )
    select id::text, topic, envelope from taken order by taken.id
  `.execute(db);
  return rows;
}

function answerOf(
  variables: Asked['variables'],
  products: ReadonlyMap<string, CatalogProduct>,
): unknown {
  const { of, orders } = variables as {
    of?: readonly { id: string }[];
    orders?: readonly { orderId: string }[];
  };
  if (of) return { _entities: of.map(({ id }) => products.get(id) ?? null) };
  if (orders) {
    return {
      _admitOrders: orders.map(({ orderId }) => ({ orderId, isAdmitted: true, missing: [] })),
    };
  }
  return { _withdrawOrders: true };
}

export const userViewer = (userId = newId(), scopes: readonly string[] = []): UserViewer => ({
  kind: 'user',
  userId,
  sessionId: newId(),
  roles: ['CUSTOMER'],
  scopes,
  expiresAt: 4_102_444_800,
});

/** Where all operations of the tests come from: a network of IPv6. */
export const CLIENT_ADDRESS = '2001:db8:1:2::/64';

/** Runs an operation and returns its data; throws the first error. */
export async function ask<Data>(
  { subgraph }: OrderWorld,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Data> {
  const { data, errors } = await subgraph.execute({
    query,
    variables,
    viewer,
    requestId: newId(),
    clientAddress: CLIENT_ADDRESS,
  });
  if (errors?.[0]) throw errors[0];
  return data as Data;
}

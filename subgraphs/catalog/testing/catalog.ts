import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { v7 as newId } from 'uuid';
import { DateTime } from '#platform/graphql/scalars.ts';
import { ANONYMOUS, type UserViewer, type Viewer } from '#platform/identity/viewer.ts';
import { createSubgraphExecutor } from '#platform/subgraph/executor.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { testRedis } from '#platform/testing/redis.ts';
import { readSettings } from '#platform/config/settings.ts';
import { createCatalogCache } from '../catalog-cache.ts';
import { createContext } from '../context.ts';
import { createProductCounts } from '../data/product-counts.ts';
import { createProduct, type NewProduct } from '../data/edit-product.ts';
import type { Tables } from '../data/tables.ts';
import { resolvers } from '../resolvers.ts';
import { catalogSettings } from '../settings.ts';

const typeDefs = parse(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
const migrations = new URL('../data/migrations/', import.meta.url);
const schema = buildSubgraphSchema([{ typeDefs, resolvers: { DateTime, ...resolvers } as never }]);

export const editor: UserViewer = {
  kind: 'user',
  userId: 'u1',
  sessionId: 's1',
  roles: ['ADMIN'],
  scopes: ['catalog:write'],
  expiresAt: 4_000_000_000,
};

const now = () => new Date();

const CATEGORIES = ['kitchen', 'garden'] as const;

/** A catalog with two empty categories on a database and a Redis of its own. */
export async function testCatalog(
  settings: Readonly<Partial<Record<keyof typeof catalogSettings, string>>> = {},
) {
  const database = await testDatabase<Tables>(migrations);
  const { redis, ...redisDisposal } = await testRedis();
  const metrics = createMetrics();
  const { store } = database;
  let statements = 0;
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => ((statements += 1), node),
    transformResult: async ({ result }) => result,
  });
  /** A replica's caches; the messages of all of them come together. */
  const told: unknown[] = [];
  const live = {
    publish: async (_channel: string, message: unknown) => void told.push(message),
  };
  const createReplica = () =>
    createCatalogCache({
      settings: readSettings(catalogSettings, settings),
      redis,
      live,
      log: silentLog,
      metrics,
      now,
    });
  const parts = createReplica();
  const { cache } = parts;
  const catalog = {
    ...parts,
    redis,
    store: { ...store, db },
    counts: createProductCounts(db, now),
    now,
    newId,
  };
  const executor = createSubgraphExecutor({
    name: 'catalog',
    schema,
    createContext: (scope) => createContext(catalog, scope),
    log: silentLog,
  });

  const categories = CATEGORIES.map((slug) => ({
    id: newId(),
    slug,
    name: slug.toUpperCase(),
    image_url: `/media/categories/${slug}.svg`,
  }));
  await db.insertInto('category').values(categories).execute();
  const categoryId = (slug: (typeof CATEGORIES)[number]) =>
    categories.find((category) => category.slug === slug)?.id ?? '';

  let products = 0;
  return {
    catalog,
    db,
    store,
    redis,
    cache,
    told,
    createReplica,
    metrics,
    categoryId,

    /** Adds a product of the kitchen, unless told otherwise. */
    async add(fields: Partial<NewProduct> = {}) {
      products += 1;
      const product = await createProduct(catalog, {
        sku: `SKU-${products}`,
        name: 'Mug',
        description: '',
        priceCents: 1_000,
        currency: 'USD',
        categoryId: categoryId('kitchen'),
        imageUrl: '/media/mug.svg',
        ...fields,
      });
      if (product === undefined) throw new Error('the article number is taken');
      return product;
    },

    /** Throws the first error of the answer. */
    async ask(query: string, variables: Record<string, unknown> = {}, viewer: Viewer = ANONYMOUS) {
      const { data, errors } = await executor.execute({
        query,
        variables,
        viewer,
        requestId: 'r1',
      });
      if (errors?.[0] !== undefined) throw errors[0];
      // Plain objects, for comparisons.
      return JSON.parse(JSON.stringify(data)) as Record<string, any>;
    },

    /** How many statements outside of transactions the work takes. */
    async countStatements(work: () => Promise<unknown>) {
      const before = statements;
      await work();
      return statements - before;
    },

    async events() {
      const rows = await db.selectFrom('outbox').select('envelope').orderBy('id').execute();
      return rows.map(({ envelope }) => envelope as { type: string; key: string });
    },

    async [Symbol.asyncDispose]() {
      await redisDisposal[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

export type TestCatalog = Awaited<ReturnType<typeof testCatalog>>;

import { createPrivateKey } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { Client } from 'pg';
import type { Pool } from 'undici';
import type { LocalShop } from './local-shop.ts';

/** Somebody who may buy. */
export interface Buyer {
  userId: string;
  token: string;
}

const TOKEN_LIFE = '6h';
const CARTS_AT_ONCE = 48;
const UNITS = 1_000_000;

/**
 * Buyers with a token each. They are written where accounts keeps them, because signing up costs 50 ms of
 * Argon2 each, and their tokens are signed with the key of the state folder.
 */
export async function createBuyers(shop: LocalShop, count: number): Promise<Buyer[]> {
  const ids = Array.from({ length: count }, (_, index) => buyerId(index));
  await withDatabase(shop, 'accounts', (db) =>
    db.query(
      `insert into "user" (id, email, password_hash, name, roles, created_at)
       select id, id || '@load.example', 'nobody signs in', 'Load', '{CUSTOMER}', now()
       from unnest($1::uuid[]) as buyer (id) on conflict do nothing`,
      [ids],
    ),
  );
  const isRsa = createPrivateKey(shop.accessTokenPrivateKey).asymmetricKeyType === 'rsa';
  const alg = isRsa ? 'RS256' : 'EdDSA';
  const key = await importPKCS8(shop.accessTokenPrivateKey, alg);
  return Promise.all(
    ids.map(async (userId) => ({
      userId,
      token: await new SignJWT({ sid: userId, roles: ['CUSTOMER'], scope: '' })
        .setProtectedHeader({ alg })
        .setSubject(userId)
        .setIssuer('plaza')
        .setAudience('plaza-graph')
        .setIssuedAt()
        .setExpirationTime(TOKEN_LIFE)
        .sign(key),
    })),
  );
}

/** The same buyers in each run. */
const buyerId = (index: number) =>
  `0194a000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

/** Some products that can be bought, with units for any number of orders: a delivery of each arrives in one warehouse. */
export async function stockProducts(shop: LocalShop, pool: Pool, count: number): Promise<string[]> {
  const { data } = await ask<{ products: { edges: { node: { id: string } }[] } }>(pool, undefined, {
    query:
      'query Stocked($first: Int!) { products(first: $first, filter: { inStock: true }) { edges { node { id } } } }',
    variables: { first: count },
  });
  const ids = data?.products.edges.map(({ node }) => node.id) ?? [];
  if (ids.length === 0) throw new Error('no product is in stock: seed the shop first');
  await withDatabase(shop, 'inventory', (db) =>
    db.query(
      `with chosen as (
         select distinct on (product_id) product_id, warehouse_id from stock
         where product_id = any($1::uuid[]) order by product_id, warehouse_id
       ), moved as (
         update stock set available = available + $2, received = received + $2
         from chosen
         where stock.product_id = chosen.product_id and stock.warehouse_id = chosen.warehouse_id
       )
       update product_stock set available = available + $2, version = version + 1
       from chosen where product_stock.product_id = chosen.product_id`,
      [ids, UNITS],
    ),
  );
  return ids;
}

/** Fills carts through the graph, as people do. */
export async function fillCarts(
  pool: Pool,
  buyers: readonly Buyer[],
  products: readonly string[],
): Promise<void> {
  const query =
    'mutation Fill($input: SetCartQuantityInput!) { setCartQuantity(input: $input) { totalQuantity } }';
  const queue = buyers.entries();
  await Promise.all(
    Array.from({ length: CARTS_AT_ONCE }, async () => {
      for (const [index, { token }] of queue) {
        const productId = products[index % products.length];
        const { data } = await ask<{ setCartQuantity: object }>(pool, token, {
          query,
          variables: { input: { productId, quantity: 1 } },
        });
        if (!data) throw new Error(`the cart of buyer ${index} was not filled`);
      }
    }),
  );
}

export interface GraphAnswer<Data> {
  data?: Data | null;
  errors?: readonly { message: string }[];
}

export async function ask<Data>(
  pool: Pool,
  token: string | undefined,
  operation: object,
): Promise<GraphAnswer<Data>> {
  const { body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(operation),
  });
  return (await body.json()) as GraphAnswer<Data>;
}

async function withDatabase<Result>(
  { databaseUrl }: LocalShop,
  subgraph: string,
  work: (db: Client) => Promise<Result>,
): Promise<Result> {
  const db = new Client({
    connectionString: new URL(`/plaza_${subgraph}`, databaseUrl).toString(),
  });
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

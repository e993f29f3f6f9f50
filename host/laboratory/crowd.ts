import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import { createTokenIssuer } from '../../platform/identity/access-token.ts';
import { scopesOf, type Role } from '../../subgraphs/accounts/domain/roles.ts';
import { withDatabase } from './with-database.ts';

/** How long the tokens work: longer than any scenario. */
const TOKEN_MS = 3_600_000;
/** Tokens signed at once. */
const BATCH = 1_000;
/** No password has this hash: nobody can sign in as one of them. */
const NO_PASSWORD = '$argon2id$none';

export interface Crowd {
  userIds: readonly string[];
}

interface Where {
  env: Readonly<Record<string, string>>;
}

/**
 * People who are signed in, straight into the database and with tokens signed here: registering ten thousand costs
 * minutes of Argon2, and is not what is measured. Writes the administrator's token and then theirs, one a line.
 */
export async function makeCrowd(
  { env }: Where,
  people: number,
  tokensFile: string,
): Promise<Crowd> {
  const userIds = Array.from({ length: people + 1 }, () => newId());
  await insertUsers(env, userIds);
  const issue = await createTokenIssuer(env['AUTH_PRIVATE_KEY'] ?? '');
  const expiresAt = new Date(Date.now() + TOKEN_MS);
  const sessionId = randomUUID();
  const tokens: string[] = [];
  for (let from = 0; from < userIds.length; from += BATCH) {
    const batch = userIds.slice(from, from + BATCH).map((userId, index) => {
      const roles: Role[] = from + index === 0 ? ['CUSTOMER', 'ADMIN'] : ['CUSTOMER'];
      return issue({ userId, sessionId, roles, scopes: scopesOf(roles) }, expiresAt);
    });
    tokens.push(...(await Promise.all(batch)));
  }
  await writeFile(tokensFile, `${tokens.join('\n')}\n`, { mode: 0o600 });
  return { userIds: userIds.slice(1) };
}

/** One unit of one of the products for each of them. Their carts were never read, so there is no copy of them. */
export async function fillCarts(
  { env }: Where,
  { userIds }: Crowd,
  productIds: readonly string[],
): Promise<number> {
  return withDatabase(env, 'orders', async (client) => {
    await client.query('begin');
    await client.query(
      `insert into cart (user_id, version) select unnest($1::uuid[]), 1
       on conflict (user_id) do update set version = cart.version + 1`,
      [userIds],
    );
    const { rowCount } = await client.query(
      `insert into cart_item (user_id, product_id, quantity, added_at)
       select * from unnest($1::uuid[], $2::uuid[]) as item, (values (1, now())) as one
       on conflict (user_id, product_id) do nothing`,
      [userIds, userIds.map((_, index) => productIds[index % productIds.length])],
    );
    await client.query('commit');
    return rowCount ?? 0;
  });
}

async function insertUsers(env: Where['env'], userIds: readonly string[]): Promise<void> {
  await withDatabase(env, 'accounts', (client) =>
    client.query(
      `insert into "user" (id, email, password_hash, name, roles, created_at)
       select id, id || '@load.example', $2, 'Load',
         case when position = 1 then array['CUSTOMER', 'ADMIN'] else array['CUSTOMER'] end, now()
       from unnest($1::uuid[]) with ordinality as person (id, position)`,
      [userIds, NO_PASSWORD],
    ),
  );
}

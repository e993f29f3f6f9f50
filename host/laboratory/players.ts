import { writeFile } from 'node:fs/promises';
import type { Crowd } from './crowd.ts';
import { withDatabase } from './with-database.ts';

/** Statements that insert so many at once. */
const PLAYERS_A_STATEMENT = 50_000;

/**
 * Players for a load: those of the crowd first, if they are to have some, then those that are there already, then new
 * ones until there are enough. Writes their ids, one a line.
 */
export async function makePlayers(
  env: Readonly<Record<string, string>>,
  players: number,
  crowd: Crowd | undefined,
  playersFile: string,
): Promise<number> {
  const ids = await withDatabase(env, 'games', async (client) => {
    const own = crowd?.userIds ?? [];
    const made: string[] = [];
    if (own.length > 0) made.push(...(await insert(client, own)));
    const { rows } = await client.query<{ id: string }>(
      'select id from player where user_id is null order by number limit $1',
      [Math.max(0, players - made.length)],
    );
    for (const { id } of rows) made.push(id);
    while (made.length < players) {
      const missing = Math.min(PLAYERS_A_STATEMENT, players - made.length);
      for (const id of await insert(
        client,
        Array.from({ length: missing }, () => null),
      )) {
        made.push(id);
      }
    }
    return made;
  });
  await writeFile(playersFile, `${ids.join('\n')}\n`, { mode: 0o600 });
  return ids.length;
}

type Client = Parameters<Parameters<typeof withDatabase>[2]>[0];

/** One for each user, or for nobody; in the order given. */
async function insert(client: Client, userIds: readonly (string | null)[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `insert into player (id, user_id, username, region, created_at)
     select gen_random_uuid(), user_id, 'L' || substr(md5(random()::text || place), 1, 15),
       (array['AFRICA', 'ASIA', 'EUROPE', 'NORTH_AMERICA', 'OCEANIA', 'SOUTH_AMERICA'])[1 + floor(random() * 6)::integer], now()
     from unnest($1::uuid[]) with ordinality as one (user_id, place) order by place
     returning id`,
    [userIds],
  );
  return rows.map(({ id }) => id);
}

import { writeFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { connectDatabase } from '../../platform/database/connect.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { ensurePartitions } from '../../subgraphs/games/data/partitions.ts';
import type { Tables } from '../../subgraphs/games/data/tables.ts';
import { urlOf, withDatabase } from './with-database.ts';

/** Players that one statement makes. */
const MEMBERS_A_STATEMENT = 200_000;
/** Players whose ids are told, evenly over all. */
const SAMPLE = 10_000;
const DAY_MS = 86_400_000;
const STATEMENT_MS = 60_000;

export interface MadeBoards {
  modeIds: readonly string[];
  members: number;
  /** The games are of so many days, of which the last hour is left out. */
  days: number;
}

/**
 * Players with one game in each of the modes in history, until the boards over all time have so many members; writes the ids of
 * some, one a line. Redis knows of them when it makes the boards anew.
 */
export async function makeBoards(
  env: Readonly<Record<string, string>>,
  { modeIds, members, days }: MadeBoards,
  idsFile: string,
): Promise<void> {
  await makePartitions(env, days);
  await withDatabase(env, 'games', async (client) => {
    const { rows } = await client.query<{ number: number; games: number }>(
      `select number, (select count(*)::integer from score_submission where mode_number = number) as games
       from game_mode where id = any($1) order by array_position($1, id)`,
      [modeIds],
    );
    const [first] = rows;
    if (first === undefined || rows.length !== modeIds.length) {
      throw new Error(`${modeIds.join(', ')} are not all modes`);
    }
    if (rows.some(({ games }) => games !== first.games)) {
      throw new Error(
        `${modeIds.join(', ')} have not been played equally often: begin with others`,
      );
    }
    for (let made = first.games; made < members; made += MEMBERS_A_STATEMENT) {
      const count = Math.min(MEMBERS_A_STATEMENT, members - made);
      await addMembers(client, { modeIds, members: count, days });
    }
    await client.query('analyze player, score_submission');
    const sample = await client.query<{ id: string }>(
      `select id from (
         select player.id, row_number() over (order by player.number) as place
         from player join score_submission on player_number = player.number
         where mode_number = $2
       ) as member where place % $1 = 0`,
      [Math.max(1, Math.floor(members / SAMPLE)), first.number],
    );
    await writeFile(idsFile, `${sample.rows.map(({ id }) => id).join('\n')}\n`, { mode: 0o600 });
  });
}

async function makePartitions(env: Readonly<Record<string, string>>, days: number): Promise<void> {
  const { db } = connectDatabase<Tables>({
    url: urlOf(env, 'games'),
    poolSize: 1,
    statementTimeoutMs: STATEMENT_MS,
    applicationName: 'plaza-laboratory',
    log: silentLog,
  });
  const now = new Date();
  try {
    await ensurePartitions(db, new Date(now.getTime() - days * DAY_MS - DAY_MS), now);
  } finally {
    await db.destroy();
  }
}

/** Ids of games are UUIDv7 of their times. */
async function addMembers(client: Client, { modeIds, members, days }: MadeBoards): Promise<void> {
  await client.query(
    `with joined as (
       insert into player (id, username, region, created_at)
       select gen_random_uuid(), 'B' || substr(md5(random()::text || place), 1, 15),
         (array['AFRICA', 'ASIA', 'EUROPE', 'NORTH_AMERICA', 'OCEANIA', 'SOUTH_AMERICA'])[1 + floor(random() * 6)::integer], now()
       from generate_series(1, $2::int) as place
       returning number
     ), played as (
       select joined.number as player_number, game_mode.number as mode_number,
         date_trunc('milliseconds', now() - interval '1 hour' - random() * $3 * interval '1 day') as at,
         md5(random()::text || joined.number || game_mode.number) as digits,
         (random() * max_score_per_game)::integer as score,
         average_duration_minutes * 60 as seconds
       from joined, game_mode where id = any($1)
     )
     insert into score_submission (id, player_number, mode_number, score, duration_seconds, submitted_at)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(digits, 1, 3)
         || '8' || substr(digits, 4, 15))::uuid,
       player_number, mode_number, score, seconds, at
     from played`,
    [modeIds, members, days],
  );
}

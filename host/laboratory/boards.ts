import { writeFile } from 'node:fs/promises';
import type { Client } from 'pg';
import { withDatabase } from './with-database.ts';

/** Statements that insert so many at once. */
const MEMBERS_A_STATEMENT = 200_000;
/** Players whose ids are told, evenly over all. */
const SAMPLE = 10_000;

/**
 * Players with one game each in history, until the board of a mode over all time has so many members; writes the ids of some,
 * one a line. Redis knows of them when it makes the board anew.
 */
export async function makeBoard(
  env: Readonly<Record<string, string>>,
  { modeId, members }: { modeId: string; members: number },
  idsFile: string,
): Promise<void> {
  await withDatabase(env, 'games', async (client) => {
    const { rows } = await client.query<{ games: number }>(
      `select (select count(*)::integer from score_submission where mode_number = game_mode.number) as games
       from game_mode where id = $1`,
      [modeId],
    );
    const [mode] = rows;
    if (mode === undefined) throw new Error(`there is no mode ${modeId}`);
    for (let made = mode.games; made < members; made += MEMBERS_A_STATEMENT) {
      await addMembers(client, modeId, Math.min(MEMBERS_A_STATEMENT, members - made));
    }
    await client.query('analyze player, score_submission');
    const sample = await client.query<{ id: string }>(
      `select id from (
         select player.id, row_number() over (order by player.number) as place
         from player join score_submission on player_number = player.number
           join game_mode on game_mode.number = mode_number
         where game_mode.id = $2
       ) as member where place % $1 = 0`,
      [Math.max(1, Math.floor(members / SAMPLE)), modeId],
    );
    await writeFile(idsFile, `${sample.rows.map(({ id }) => id).join('\n')}\n`, { mode: 0o600 });
  });
}

/** Games of the last hour but one, whose ids are UUIDv7 of their times. */
async function addMembers(client: Client, modeId: string, count: number): Promise<void> {
  await client.query(
    `with joined as (
       insert into player (id, username, region, created_at)
       select gen_random_uuid(), 'B' || substr(md5(random()::text || place), 1, 15),
         (array['AFRICA', 'ASIA', 'EUROPE', 'NORTH_AMERICA', 'OCEANIA', 'SOUTH_AMERICA'])[1 + place % 6], now()
       from generate_series(1, $2::int) as place
       returning number
     ), played as (
       select number, now() - interval '2 hours' + random() * interval '1 hour' as at,
         md5(random()::text || number) as digits
       from joined
     )
     insert into score_submission (id, player_number, mode_number, score, duration_seconds, submitted_at)
     select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(digits, 1, 3)
         || '8' || substr(digits, 4, 15))::uuid,
       played.number, game_mode.number, (random() * game_mode.max_score_per_game)::integer,
       game_mode.average_duration_minutes * 60, at
     from played, game_mode where game_mode.id = $1`,
    [modeId, count],
  );
}

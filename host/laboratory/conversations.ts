import { writeFile } from 'node:fs/promises';
import { v7 as newId } from 'uuid';
import type { Crowd } from './crowd.ts';
import { withDatabase } from './with-database.ts';

/** Everybody has a conversation with the next one, and the last with the first. Writes their ids in that order. */
export async function makeConversations(
  env: Readonly<Record<string, string>>,
  { userIds }: Crowd,
  conversationsFile: string,
): Promise<number> {
  const ids = userIds.map(() => newId());
  const others = userIds.map((_, index) => userIds[(index + 1) % userIds.length]);
  await withDatabase(env, 'chat', async (client) => {
    await client.query('begin');
    await client.query(
      `insert into conversation (id, low_user_id, high_user_id, created_at)
       select id, least(one, other), greatest(one, other), now()
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as pair (id, one, other)`,
      [ids, userIds, others],
    );
    await client.query(
      `insert into conversation_member (user_id, conversation_id, other_user_id, last_activity_at)
       select user_id, id, other_id, now()
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as pair (id, one, other),
         lateral (values (one, other), (other, one)) as side (user_id, other_id)`,
      [ids, userIds, others],
    );
    await client.query('commit');
  });
  await writeFile(conversationsFile, `${ids.join('\n')}\n`, { mode: 0o600 });
  return ids.length;
}

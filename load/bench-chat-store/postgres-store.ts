import { Pool } from 'pg';
import { conversationsOf, type MessageStore } from './measure.ts';

export type Layout = 'by conversation' | 'by month' | 'one table';

const COLUMNS = `conversation_id uuid not null, sequence integer not null, sender_id uuid not null,
  client_id uuid not null, text text, created_at timestamptz(3) not null`;
const PARTS = 16;
/** 120 characters of 12 words out of 5,000: as long as people write, and each word in many messages. */
const TEXT = `(select string_agg('word' || ((n * 7919 + i * 104729 + n / 13) % 5000), ' ') from generate_series(1, 12) as w (i))`;
/** Different texts: making one for each message would take longer than all the rest. */
const TEXTS = 50_000;
const BATCH = 100_000;

/** The table of messages, divided in one of three ways, each with its key and the unique client id, on a database of its own. */
export async function openPostgresStore(
  server: string,
  layout: Layout,
): Promise<MessageStore & AsyncDisposable> {
  const database = `bench_${layout.replaceAll(' ', '_')}`;
  const admin = new Pool({ connectionString: `${server}/postgres`, max: 1 });
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.query(`create database ${database}`);
  const pool = new Pool({
    connectionString: `${server}/${database}`,
    max: 4,
    // The index of words is made in three rounds; within 64 MB, which is the default, each takes minutes.
    options: '-c maintenance_work_mem=1GB',
  });
  // Its connections end with the database.
  pool.on('error', () => undefined);
  await pool.query('create extension btree_gin');
  await pool.query(
    `create function conversation_of(n bigint) returns uuid language sql immutable as $$ select md5('c' || n)::uuid $$`,
  );
  await createTable(pool, layout);
  const byTime = layout === 'by month';

  async function sizeOf(tables: string): Promise<number> {
    const { rows } = await pool.query<{ bytes: string }>(
      `select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relname ~ $1`,
      [tables],
    );
    return Number(rows[0]?.bytes);
  }

  return {
    name: `PostgreSQL, ${layout}`,

    async addMessages({ from: first, to: end, of: messages }, say) {
      const conversations = conversationsOf(messages);
      await pool.query(`
        drop index if exists message_word_words;
        drop table if exists said;
        create table said as
        select n, text, to_tsvector('simple', text) as words
        from (select n, ${TEXT} as text from generate_series(0, ${TEXTS - 1}) as g (n)) as made;
        alter table said add primary key (n);
        analyze said;
      `);
      for (let from = first; from < end; from += BATCH) {
        const to = Math.min(from + BATCH, end);
        // The square of an even spread: the first of 100 conversations have a tenth of the messages. Those of a
        // conversation lie apart, as they come in the order of time.
        await pool.query(`
          with numbered as (
            select n, floor(power((n * 0.6180339887) % 1, 2) * ${conversations})::bigint as c
            from generate_series(${from}::bigint, ${to - 1}) as g (n)
          ), next as (
            select numbered.*, conversation_of(c) as conversation_id, coalesce(last.sequence, 0)
              + row_number() over (partition by c order by n) as sequence
            from numbered left join last_of last using (c)
          ), stored as (
            insert into message
            select conversation_id, sequence, md5('u' || (c * 2 + next.n % 2))::uuid, md5('m' || next.n)::uuid,
              text, timestamptz '2025-03-01' + next.n * (interval '360 days' / ${messages})
            from next join said on said.n = next.n % ${TEXTS}
          ), found as (
            insert into message_word select conversation_id, sequence, words
            from next join said on said.n = next.n % ${TEXTS}
          )
          insert into last_of select c, max(sequence) from next group by c
          on conflict (c) do update set sequence = excluded.sequence
        `);
        say(`${to} messages`);
      }
      say('making the index of words');
      await pool.query(
        'create index message_word_words on message_word using gin (conversation_id, words)',
      );
      await pool.query('vacuum analyze');
      await pool.query('checkpoint');
    },

    newestPage: (conversation) =>
      pool.query(
        `select * from message where conversation_id = conversation_of($1)
         order by ${byTime ? 'created_at desc,' : ''} sequence desc limit 50`,
        [conversation],
      ),
    deepPage: (conversation) =>
      pool.query(
        `select * from message where conversation_id = conversation_of($1)
           and sequence < (select sequence / 2 + 50 from last_of where c = $1)
         order by ${byTime ? 'created_at desc,' : ''} sequence desc limit 50`,
        [conversation],
      ),
    appendGroup: (conversations) =>
      pool.query(
        `with next as (
           update last_of set sequence = sequence + 1 where c = any($1::bigint[]) returning c, sequence
         )
         insert into message
         select conversation_of(c), sequence, md5('u' || c)::uuid, gen_random_uuid(), repeat('word ', 24), now()
         from next`,
        [conversations],
      ),
    search: (conversations) =>
      pool.query(
        `select m.*, found.rank
         from unnest($1::bigint[]) as own (c)
         cross join lateral (
           select sequence, ts_rank(words, query) as rank
           from message_word, plainto_tsquery('simple', 'word' || $2) as query
           where conversation_id = conversation_of(own.c) and words @@ query
           order by sequence desc limit 500
         ) as found
         join message m on m.conversation_id = conversation_of(own.c) and m.sequence = found.sequence
         order by rank desc limit 25`,
        [conversations, Math.floor(Math.random() * 5_000)],
      ),
    bytes: () => sizeOf('^message(_[0-9]+)?$'),
    wordBytes: () => sizeOf('^message_word(_[0-9]+)?$'),
    async [Symbol.asyncDispose]() {
      await pool.end();
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
    },
  };
}

async function createTable(pool: Pool, layout: Layout): Promise<void> {
  await pool.query('create table last_of (c bigint primary key, sequence integer not null)');
  const parts = Array.from({ length: PARTS }, (_, part) => part);
  await pool.query(`
    create table message_word (
      conversation_id uuid not null, sequence integer not null, words tsvector not null,
      primary key (conversation_id, sequence)
    ) partition by hash (conversation_id)`);
  for (const part of parts) {
    await pool.query(`create table message_word_${part} partition of message_word
      for values with (modulus ${PARTS}, remainder ${part})`);
  }
  if (layout === 'by month') {
    // A key of a table that is divided by time has to have the time: neither the sequence nor the client id is unique.
    await pool.query(`create table message (${COLUMNS}, primary key (conversation_id, sequence, created_at))
      partition by range (created_at)`);
    await pool.query('create index on message (conversation_id, created_at desc, sequence desc)');
    await pool.query('create table message_99 partition of message default');
    for (const part of parts.slice(0, 12)) {
      await pool.query(`create table message_${part} partition of message for values
        from (timestamptz '2025-03-01' + interval '${part} months')
        to (timestamptz '2025-03-01' + interval '${part + 1} months')`);
    }
    return;
  }
  const keys = `${COLUMNS}, primary key (conversation_id, sequence), unique (conversation_id, sender_id, client_id)`;
  if (layout === 'one table') {
    await pool.query(`create table message (${keys})`);
    return;
  }
  await pool.query(`create table message (${keys}) partition by hash (conversation_id)`);
  for (const part of parts) {
    await pool.query(`create table message_${part} partition of message
      for values with (modulus ${PARTS}, remainder ${part})`);
  }
}

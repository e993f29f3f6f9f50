-- A word is looked for within a conversation: one index over both (PostgreSQL's own extension, trusted).
create extension if not exists btree_gin;

-- What was uploaded or is about to be. EXPECTED: a place was given; READY: looked at, can be sent; USED: in a
-- message; DISCARDED: its files are to be deleted.
create table media (
  id uuid primary key,
  owner_id uuid not null,
  state text not null check (state in ('EXPECTED', 'READY', 'USED', 'DISCARDED')),
  upload_key text not null,
  content_type text not null,
  size_bytes integer not null,
  -- As messages show it; null before it is READY.
  file jsonb,
  created_at timestamptz(3) not null
);
create index media_waiting on media (owner_id) where state in ('EXPECTED', 'READY');
create index media_purge on media (created_at) where state <> 'USED';

alter table message add column media jsonb;

-- Words of messages, filled from message-events a moment after a message is stored: sending does not wait for it.
create table message_word (
  conversation_id uuid not null,
  sequence integer not null,
  words tsvector not null,
  primary key (conversation_id, sequence)
) partition by hash (conversation_id);

do $$
begin
  for part in 0..15 loop
    execute format(
      'create table message_word_%s partition of message_word for values with (modulus 16, remainder %s)',
      part, part
    );
  end loop;
end $$;
create index message_word_conversation on message_word using gin (conversation_id, words);

create table last_seen (
  user_id uuid primary key,
  seen_at timestamptz(3) not null
) with (fillfactor = 80);

-- The queue of those who are away: one row for what waits for one of them in one conversation.
create table away_queue (
  user_id uuid not null,
  conversation_id uuid not null,
  sender_id uuid not null,
  first_sequence integer not null,
  last_sequence integer not null,
  -- When a push message is due; null when it was sent, until the conversation is read.
  due_at timestamptz(3),
  primary key (user_id, conversation_id)
) with (fillfactor = 80);
create index away_queue_due on away_queue (due_at) where due_at is not null;

-- What the analytics consumer counts, one row a minute.
create table activity_minute (
  started_at timestamptz(3) primary key,
  messages integer not null default 0,
  deliveries integer not null default 0,
  delivery_ms bigint not null default 0
) with (fillfactor = 50);

alter table message_report
  add column resolved_at timestamptz(3),
  add column resolved_by uuid,
  add column resolution text check (resolution in ('KEPT', 'DELETED'));
create index message_report_open on message_report (created_at, id) where resolved_at is null;
create index message_report_resolved on message_report (created_at, id) where resolved_at is not null;

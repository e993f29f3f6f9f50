-- A pair of people has one conversation: the lesser id first, so that the pair is the same from both sides.
create table conversation (
  id uuid primary key,
  low_user_id uuid not null,
  high_user_id uuid not null,
  -- Of the newest message; counts without a gap, under this row's lock.
  last_sequence integer not null default 0,
  created_at timestamptz(3) not null,
  constraint conversation_pair_key unique (low_user_id, high_user_id),
  check (low_user_id < high_user_id)
) with (fillfactor = 80);

-- What one side sees of it. Watermarks instead of a row a message: all up to it has come, or was read.
create table conversation_member (
  user_id uuid not null,
  conversation_id uuid not null references conversation (id) on delete cascade,
  other_user_id uuid not null,
  unread_count integer not null default 0 check (unread_count >= 0),
  delivered_sequence integer not null default 0,
  delivered_at timestamptz(3),
  read_sequence integer not null default 0,
  read_at timestamptz(3),
  last_activity_at timestamptz(3) not null,
  primary key (user_id, conversation_id)
) with (fillfactor = 80);
create index conversation_member_recent
  on conversation_member (user_id, last_activity_at desc, conversation_id desc);
create index conversation_member_conversation on conversation_member (conversation_id);

-- Divided by conversation: a page is a range of one partition's key, at any size of the whole.
create table message (
  conversation_id uuid not null,
  sequence integer not null,
  sender_id uuid not null,
  client_id uuid not null,
  type text not null check (type in ('TEXT', 'IMAGE', 'VIDEO')),
  text text,
  reply_to_sequence integer,
  -- By user: one emoji each.
  reactions jsonb,
  created_at timestamptz(3) not null,
  edited_at timestamptz(3),
  deleted_at timestamptz(3),
  primary key (conversation_id, sequence),
  constraint message_client_key unique (conversation_id, sender_id, client_id)
) partition by hash (conversation_id);

do $$
begin
  for part in 0..15 loop
    execute format(
      'create table message_%s partition of message for values with (modulus 16, remainder %s)',
      part, part
    );
  end loop;
end $$;

create table contact (
  user_id uuid not null,
  contact_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (user_id, contact_id)
);

create table blocked_user (
  user_id uuid not null,
  blocked_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (user_id, blocked_id)
);

create table message_report (
  id uuid primary key,
  conversation_id uuid not null,
  sequence integer not null,
  reported_by uuid not null,
  reason text not null,
  created_at timestamptz(3) not null,
  constraint message_report_once unique (conversation_id, sequence, reported_by)
);

create table notification (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  -- What happened, such as ORDER_SHIPPED:<order id>. One cause makes one notification.
  cause text not null,
  kind text not null,
  channel text not null check (channel in ('EMAIL', 'SMS', 'PUSH')),
  status text not null check (status in ('QUEUED', 'SENT', 'FAILED')),
  -- Tries to send it that failed.
  failures smallint not null default 0,
  subject text not null,
  body text not null,
  order_id text,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3),
  read_at timestamptz(3),
  constraint notification_once unique (user_id, cause)
);

create index notification_newest on notification (user_id, created_at desc, id desc);
create index notification_unread on notification (user_id, created_at desc, id desc)
  where read_at is null;

-- Mails of the local adapter, for machines without a mail server. A notification is here once at most.
create table mailbox (
  notification_id uuid primary key,
  user_id uuid not null,
  message_id text not null,
  sender text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  delivered_at timestamptz(3) not null
);

create index mailbox_user on mailbox (user_id, delivered_at desc);

-- Whose order it is, learnt from order-events; what was refunded, learnt from payment-events, which
-- know no user. Either may come first.
create table order_customer (
  order_id text primary key,
  user_id uuid,
  currency text,
  refunded_cents bigint check (refunded_cents >= 0)
);

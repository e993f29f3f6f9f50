-- Which ways a user wants to hear of what.
alter table "user"
  add column order_sms boolean not null default false,
  add column order_push boolean not null default false,
  add column marketing_sms boolean not null default false,
  add column marketing_push boolean not null default false;

alter table notification
  -- 0 high, 1 normal, 2 low: in this order they go out.
  add column priority smallint not null default 1 check (priority between 0 and 2),
  -- When one that could not be sent yet is tried again. No index speaks of the status: marking a notification
  -- as sent then stays a change within its page.
  add column retry_at timestamptz(3);
create index notification_retry on notification (channel, priority, retry_at) where retry_at is not null;
-- Rows arrive in the order of time, so a block range index finds the old ones, and costs next to nothing.
create index notification_created on notification using brin (created_at);
-- What runs often and changes each row once or twice: vacuum keeps up.
alter table notification set (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);

-- Text messages of the local adapter are here too.
alter table mailbox add column channel text not null default 'EMAIL' check (channel in ('EMAIL', 'SMS', 'PUSH'));
create index mailbox_newest on mailbox (delivered_at desc, notification_id desc);

-- Where push messages go.
create table device (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  -- The registration token that the push provider gave the device. It names one device: who signs in there next owns it.
  token text not null constraint device_token unique check (length(token) <= 4096),
  platform text not null check (platform in ('ANDROID', 'IOS', 'WEB')),
  created_at timestamptz(3) not null
);
create index device_user on device (user_id, created_at);

-- One message to many. The job walks through the users in the order of their ids.
create table campaign (
  id uuid primary key,
  idempotency_key text not null constraint campaign_once unique,
  subject text not null,
  body text not null,
  -- Users of this language, and registered within this time; null is no condition.
  language text,
  registered_from timestamptz(3),
  registered_before timestamptz(3),
  max_recipients integer not null check (max_recipients > 0),
  created_by uuid not null,
  created_at timestamptz(3) not null,
  state text not null check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  -- The last user that was looked at.
  last_user_id uuid,
  recipients integer not null default 0,
  ended_at timestamptz(3)
);
create index campaign_running on campaign (created_at) where state = 'RUNNING';
create index campaign_newest on campaign (created_at desc, id desc);

-- Events that a consumer of this subgraph could not handle, taken from its topics of dead letters, and what
-- became of them. Decided ones stay for a while: they are the record of who decided.
create table dead_letter (
  id uuid primary key,
  consumer text not null,
  topic text not null,
  event_id uuid not null,
  envelope jsonb not null,
  error text not null,
  attempts integer not null,
  failed_at timestamptz(3) not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'REDRIVEN', 'DISCARDED')),
  decided_at timestamptz(3),
  decided_by text,
  reason text,
  check ((state = 'OPEN') = (decided_at is null))
);

-- One open letter an event and consumer, however often a consumer that was killed has sent it.
create unique index dead_letter_open on dead_letter (consumer, event_id) where state = 'OPEN';
create index dead_letter_newest on dead_letter (state, failed_at desc, id desc);
create index dead_letter_event on dead_letter (event_id);

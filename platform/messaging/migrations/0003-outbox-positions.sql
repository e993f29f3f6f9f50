-- An event's row is written once: what is published is told beside the events, as ranges of their ids. A mark in
-- each row writes every event a second time, with its indexes.
lock table outbox in access exclusive mode;

-- Ids whose events are still to be published: those behind the last, and gaps before it, whose transactions may
-- yet commit.
create table outbox_position (
  is_only boolean primary key default true check (is_only),
  waiting int8multirange not null
) with (fillfactor = 50);
insert into outbox_position (waiting)
select int8multirange(int8range(coalesce(max(id) + 1, 1), null))
  + coalesce(range_agg(int8range(id, id, '[]')) filter (where published_at is null), '{}')
from outbox;

-- What was published at once, and when: to publish it again, and to forget it.
create table outbox_batch (
  published_at timestamptz not null default clock_timestamp(),
  ids int8multirange not null
);
create index outbox_batch_published on outbox_batch (published_at);
insert into outbox_batch (published_at, ids)
select max(published_at), range_agg(int8range(id, id, '[]'))
from outbox where published_at is not null group by date_trunc('minute', published_at);

drop index outbox_unpublished;
drop index outbox_published;
alter table outbox
  drop column published_at,
  -- As it was written: nothing looks into it on its way.
  alter column envelope type json using envelope::json;
alter table outbox reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_cost_delay);
-- One row that changes with every batch.
alter table outbox_position set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

create view outbox_waiting as
select outbox.*
from outbox_position
  cross join unnest(waiting) as span
  join outbox on id >= lower(span) and id < coalesce(upper(span), 9223372036854775807);

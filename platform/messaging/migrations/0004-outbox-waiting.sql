-- How many ids a range holds is not known to the planner: it takes it for a ninth of the table, and would read all of it.
create function waiting_events() returns setof outbox
language sql stable rows 100
set enable_seqscan = off
set enable_bitmapscan = off
as $$
  select event.* from outbox_position
    cross join unnest(waiting) as span
    join outbox as event
      on event.id >= lower(span) and event.id < coalesce(upper(span), 9223372036854775807)
$$;
create or replace view outbox_waiting as select * from waiting_events();

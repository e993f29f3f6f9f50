-- How many games brought how many points: fifty bars of the same width, from 0 to the most that a game of the mode brings.
-- Games that were known before are in the sums alone.
alter table mode_distribution
  add column bars bigint[] not null default array_fill(0::bigint, array[50]) check (cardinality(bars) = 50);

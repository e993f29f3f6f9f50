-- Changed a moment after they were made, a page of them at a time: with half of the page free that stays within it, and touches no index.
alter table checkout_request set (fillfactor = 50);
alter table cart set (fillfactor = 50);
-- Parcels leave by their own clock, when their order is ready for them: those that were to be let go get theirs.
update shipment set next_step_at = now() where status = 'CREATED' and next_step_at is null;

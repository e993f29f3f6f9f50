-- Changed once each, a moment after they were made and a page of them at a time: with half of the page free that stays within it, and touches no index.
alter table checkout_request set (fillfactor = 50);
alter table cart set (fillfactor = 50);

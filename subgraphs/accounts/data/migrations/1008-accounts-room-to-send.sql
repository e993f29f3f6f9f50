-- What is to be sent is marked as sent a moment later, a page of notifications at a time: with half of the page free that stays within it, and touches no index.
alter table notification set (fillfactor = 50);
